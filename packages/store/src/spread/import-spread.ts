import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { DatabaseError } from '../connection/database-error.ts';
import type { Database } from '../connection/database.ts';
import { openDatabase } from '../connection/open-database.ts';
import { onPool } from '../connection/statements.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { importIncidents, type ImportOptions, type ImportResult, type NumberedDraft } from '../import/import-incidents.ts';
import { lockImports } from '../import/lock-imports.ts';
import { rememberKeys, type RepeatedDraft } from '../import/sort-out.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { serverOf, type SpreadServer } from './shares.ts';
import { settle } from './settle.ts';

/** Drafts that are looked up at once, and drafts of a server that wait for it at most. */
const [chunkSize, mostWaiting] = [1_000, 20_000];

/** A server with a connection to it. */
interface OpenServer extends SpreadServer {
  readonly database: Database;
}

/**
 * Imports each incident into the server that its location and day belong to: the ordinary import on each of them, and all of their
 * commits in turn when all of their work is done. What fails before that leaves everything as it was. If a server is lost between two
 * commits, the error says which have the import: to repeat it completes it, since what is on record does not change.
 * @param front the database that is read, of its owner
 */
export async function importSpread(
  front: Database,
  servers: readonly SpreadServer[],
  options: ImportOptions,
): Promise<ImportResult> {
  return withServers(servers, async (open) =>
    writeWhole(
      front,
      async (transaction) => {
        await lockImports(transaction.run, `import into ${options.dataset.slug}`, options.onWait);
        const before = await versionOfSnapshot(transaction.db);
        const result = await importAll(transaction, open, options);
        return { ...result, datasetVersion: options.dryRun ? before : await settle(transaction, before) };
      },
      options.signal,
    ),
  );
}

/** Does something with all servers, once each of them can be reached. */
export async function withServers<Result>(
  servers: readonly SpreadServer[],
  work: (open: readonly OpenServer[]) => Promise<Result>,
): Promise<Result> {
  const open: OpenServer[] = [];
  try {
    for (const server of servers) {
      const database = await openDatabase(server.url, { connections: 3, statementTimeout: 0 }).catch((error: Error) => {
        throw new DatabaseError(`Nothing was changed, since the server ${server.name} is needed. ${error.message}`, {
          cause: error,
        });
      });
      open.push({ ...server, database });
    }
    return await work(open);
  } finally {
    for (const { database } of open) await database.close(1);
  }
}

async function importAll(
  transaction: Transaction,
  servers: readonly OpenServer[],
  options: ImportOptions,
): Promise<Omit<ImportResult, 'datasetVersion'>> {
  const numbers = await freshNumbers(servers, options.dataset.slug);
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const sorter = new DraftSorter(transaction, servers, options.drafts, numbers.dataset, signal);
  await rememberKeys(transaction.run);
  const stored = new Map<string, number>();
  let arrived = 0;
  let allArrived = () => {};
  const ready = new Promise<void>((resolve) => {
    allArrived = resolve;
  });
  const committed: string[] = [];
  const imports: Promise<ImportResult>[] = [];
  for (const [at, { name, database }] of servers.entries()) {
    const one = importIncidents(database, {
      ...options,
      numbers,
      signal,
      drafts: sorter.draftsOf(name),
      onProgress: ({ stage, stored: count }) => {
        stored.set(name, count);
        options.onProgress?.({ stage, read: sorter.read, stored: [...stored.values()].reduce((sum, some) => sum + some, 0) });
      },
      async beforeCommit() {
        if ((arrived += 1) === servers.length) allArrived();
        await Promise.race([ready, aborted(signal)]);
        await imports[at - 1];
      },
    });
    imports.push(
      one.then((result) => {
        if (!options.dryRun) committed.push(name);
        return result;
      }),
    );
    imports[at]!.catch((error: unknown) => failed.abort(error));
  }
  const ends = await Promise.allSettled(imports);
  const results = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  if (results.length < servers.length) {
    const reason = failed.signal.reason as Error;
    if (committed.length === 0) throw reason;
    throw new DatabaseError(
      `The import is on ${committed.join(', ')}, but not on the other servers: ${reason.message} Import the same files again, which completes it.`,
      { cause: reason },
    );
  }
  const sum = (count: (result: ImportResult) => number) => results.reduce((all, result) => all + count(result), 0);
  const fields = new Map<string, number>();
  for (const { field, incidents } of results.flatMap(({ changedFields }) => changedFields))
    fields.set(field, (fields.get(field) ?? 0) + incidents);
  return {
    batch: numbers.batch,
    inserted: sum(({ inserted }) => inserted),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
    restored: sum(({ restored }) => restored),
    retracted: options.complete ? sum(({ retracted }) => retracted ?? 0) : null,
    changedFields: [...fields]
      .map(([field, incidents]) => ({ field, incidents }))
      .toSorted((one, other) => other.incidents - one.incidents),
    repeated: sorter.repeated,
    isPublic: (field, text) => results.some((result) => result.isPublic(field, text)),
  };
}

async function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
}

/** The number of a dataset, which it may have on a server already, and one for the import: the same on all servers. */
async function freshNumbers(servers: readonly OpenServer[], slug: string): Promise<{ dataset: number; batch: number }> {
  const found = await Promise.all(
    servers.map(async ({ database }) => {
      const [own] = await onPool(database, ({ run }) =>
        run<{ known: number | null; dataset: number; batch: number }>(sql`
          select (select id from datasets where slug = ${slug}) as known, (select coalesce(max(id), 0) + 1 from datasets) as dataset,
            (select coalesce(max(id), 0) + 1 from import_batches) as batch`),
      );
      return own!;
    }),
  );
  const known = found.find((one) => one.known !== null)?.known;
  return { dataset: known ?? Math.max(...found.map((one) => one.dataset)), batch: Math.max(...found.map((one) => one.batch)) };
}

/** Hands the drafts of one source out to their servers, each when it asks for more. */
class DraftSorter {
  read = 0;
  readonly repeated: RepeatedDraft[] = [];
  readonly #transaction: Transaction;
  readonly #servers: readonly OpenServer[];
  readonly #source: AsyncIterator<NumberedDraft> | Iterator<NumberedDraft>;
  readonly #dataset: number;
  readonly #signal: AbortSignal;
  readonly #waiting: ReadonlyMap<string, NumberedDraft[]>;
  readonly #serverOf: ReturnType<typeof serverOf>;
  #reading: Promise<void> | undefined;
  #ended = false;

  constructor(
    transaction: Transaction,
    servers: readonly OpenServer[],
    drafts: ImportOptions['drafts'],
    dataset: number,
    signal: AbortSignal,
  ) {
    this.#transaction = transaction;
    this.#servers = servers;
    this.#source = Symbol.asyncIterator in drafts ? drafts[Symbol.asyncIterator]() : drafts[Symbol.iterator]();
    this.#dataset = dataset;
    this.#signal = signal;
    this.#waiting = new Map(servers.map(({ name }) => [name, []]));
    this.#serverOf = serverOf(servers);
  }

  async *draftsOf(name: string): AsyncGenerator<NumberedDraft> {
    const own = this.#waiting.get(name)!;
    for (let taken = 0; ;) {
      if (taken < own.length) yield own[taken++]!;
      else {
        own.length = taken = 0;
        if (this.#ended) return;
        // Another server may be slower.
        while ([...this.#waiting.values()].some((one) => one !== own && one.length > mostWaiting))
          await sleep(10, undefined, { signal: this.#signal });
        this.#reading ??= this.#readChunk().finally(() => {
          this.#reading = undefined;
        });
        await this.#reading;
      }
    }
  }

  async #readChunk(): Promise<void> {
    const chunk: NumberedDraft[] = [];
    let isLast = false;
    while (chunk.length < chunkSize && !isLast) {
      const next = await this.#source.next();
      if (next.done) isLast = true;
      else chunk.push(next.value);
    }
    const first = this.read + 1;
    this.read += chunk.length;
    const keys = sql.param(chunk.map(({ draft }) => draft.source_key));
    const given = sql`unnest(${keys}::text[], ${sql.param(chunk.map((_, at) => first + at))}::integer[], ${sql.param(chunk.map(({ line }) => line))}::integer[]) as given (source_key, number, line)`;
    const { run } = this.#transaction;
    await run(sql`insert into incoming_keys select * from ${given} order by number on conflict (source_key) do nothing`);
    const repeats = await run<RepeatedDraft & { number: number }>(sql`
      select given.number, given.line, earliest.line as "firstLine", given.source_key
      from ${given} join incoming_keys earliest on earliest.source_key = given.source_key collate "C" and earliest.number < given.number`);
    const isRepeat = new Set(repeats.map(({ number }) => number));
    this.repeated.push(...repeats.map(({ line, firstLine, source_key }) => ({ line, firstLine, source_key })));
    const fresh = chunk.filter((_, at) => !isRepeat.has(first + at)).map((one) => ({ one, name: this.#serverOf(one.draft).name }));
    for (const { name, database } of this.#servers) await this.#refuseMoved(name, database, fresh);
    for (const { one, name } of fresh) this.#waiting.get(name)!.push(one);
    this.#ended = isLast;
  }

  /** An incident has one history, on one server. */
  async #refuseMoved(name: string, database: Database, drafts: readonly { one: NumberedDraft; name: string }[]): Promise<void> {
    const others = drafts.filter((draft) => draft.name !== name);
    const keys = sql.param(others.map(({ one }) => one.draft.source_key));
    const [moved] = await onPool(database, ({ run }) =>
      run<{ source_key: string }>(sql`
        select source_key from incidents where dataset_id = ${this.#dataset}::smallint and source_key = any(${keys}::text[]) limit 1`),
    );
    const found = others.find(({ one }) => one.draft.source_key === moved?.source_key);
    if (found)
      throw new DatabaseError(
        `Line ${found.one.line} cannot be imported: the incident is on record on the server ${name}, but its location and day now belong to the server ${found.name}. Remove the dataset and import its files again.`,
      );
  }
}
