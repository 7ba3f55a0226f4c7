import { type Column, type SQL, sql } from 'drizzle-orm';
import { untilAborted } from './cancellable.ts';
import type { Database } from './database.ts';
import type { RunStatement, Statements } from './statements.ts';
import { inTransaction, type Transaction } from './transaction.ts';
import { once } from 'node:events';
import { publication } from '../schema/tables.ts';
import { blameServers, refuseMixed } from '../spread/lost-servers.ts';
import { isSpread } from '../spread/spread.ts';

/** Every query takes a signal; when it aborts, the statement is cancelled on the server and the signal's reason is thrown. */
export interface QueryOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SnapshotOptions extends QueryOptions {
  /** Name of the held state to read; the present one if it is left out. */
  readonly snapshot?: string | undefined;
}

/**
 * Runs reading statements one after the other on one snapshot of the database. On abort the running one is cancelled on the server,
 * and the signal's reason is thrown. Throws `SnapshotGoneError` where the wanted snapshot is no longer held.
 */
export async function readSnapshot<Result>(
  database: Database,
  options: SnapshotOptions,
  read: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  const { signal } = options;
  signal?.throwIfAborted();
  const attempt = (onBegin: () => void) =>
    inTransaction(
      database,
      'isolation level repeatable read read only',
      async (transaction) => {
        signal?.throwIfAborted();
        onBegin();
        if (options.snapshot !== undefined) await takeSnapshot(transaction, options.snapshot);
        const result = await read(transaction);
        if (isSpread(database.connections)) await refuseMixed(transaction);
        return result;
      },
      signal,
    );
  try {
    // Also while it waits for a free connection, which cannot be cancelled.
    return await untilAborted(retryStrayCancel(attempt, signal), signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw isSpread(database.connections) ? await blameServers(database, error) : error;
  }
}

/** A state of the database that is no longer held for others to read. */
export class SnapshotGoneError extends Error {
  override readonly name = 'SnapshotGoneError';
}

async function takeSnapshot(transaction: Transaction, name: string): Promise<void> {
  // The statement takes no parameters.
  if (!/^[0-9A-F-]{1,60}$/i.test(name)) throw new SnapshotGoneError(`"${name}" is not the name of a snapshot.`);
  await transaction.run(sql.raw(`set transaction snapshot '${name}'`)).catch((error: unknown) => {
    if (goneCodes.has(String((error as { code?: unknown }).code))) throw new SnapshotGoneError(String(error));
    throw error;
  });
}

/** The server's "invalid snapshot identifier" and "could not import the requested snapshot". */
const goneCodes: ReadonlySet<string> = new Set(['22023', '55000', '42704']);

/** A selection with a name for each column, for rows that come through a cursor and not through Drizzle. */
export function withAliases(selection: Readonly<Record<string, Column | SQL>>): Record<string, SQL.Aliased> {
  return Object.fromEntries(Object.entries(selection).map(([name, column]) => [name, sql`${column}`.as(name)]));
}

/** Portions that the server is asked for ahead: with one, it would do nothing while a portion is worked on. */
const portionsAhead = 2;

/**
 * The rows of a reading statement, this many at a time, through a server-side cursor of the snapshot; the last portion may be smaller.
 * The server reads the next portions while one is worked on, so that three are in memory.
 */
export async function* readPortions<Row extends object>(
  run: RunStatement,
  statement: SQL,
  size: number,
): AsyncGenerator<Row[], void, undefined> {
  await run(sql`declare portions no scroll cursor for ${statement}`);
  const asked: Promise<Row[]>[] = [];
  const ask = () => {
    const rows = run<Row>(sql`fetch ${sql.raw(String(size))} from portions`);
    // It is waited for below; where it fails before that, nobody else is to be told.
    rows.catch(() => undefined);
    asked.push(rows);
  };
  for (let ahead = 0; ahead < portionsAhead; ahead += 1) ask();
  try {
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
      const rows = await next;
      // What was asked for after the last row is empty.
      if (rows.length === size) ask();
      if (rows.length > 0) yield rows;
    }
  } finally {
    await Promise.allSettled(asked);
  }
  // Another one may follow in the same snapshot.
  await run(sql`close portions`);
}

/**
 * A cancel request names a connection, not a statement: one that arrives late hits the statement that runs there next, which is
 * somebody else's. Reading twice does no harm, so it is retried.
 */
async function retryStrayCancel<Result>(
  attempt: (onBegin: () => void) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  // The wait for a free connection does not count: nothing can time out there.
  let begun = Number.POSITIVE_INFINITY;
  try {
    return await attempt(() => {
      begun = performance.now();
    });
  } catch (error) {
    const stray = isCancelled(error) && !signal?.aborted && performance.now() - begun < 1000;
    if (!stray) throw error;
    return attempt(() => undefined);
  }
}

/** True for the server's "canceling statement", by request or by timeout. */
function isCancelled(error: unknown): boolean {
  return (error as { code?: unknown }).code === '57014';
}

/** A state of the database that other transactions can be given to read, for as long as it is held. */
export interface HeldSnapshot {
  /** PostgreSQL's name of it, for `QueryOptions.snapshot`. */
  readonly name: string;
  /** Dataset version of that state. */
  readonly version: number;
}

/**
 * Holds the present state of the database until the signal aborts, on a connection of its own: hands it to `take` as soon as it is
 * held, and resolves when it is released. Rejects where the connection breaks. The server cannot clear away what has been replaced
 * since, so it should not be held for hours.
 */
export async function holdSnapshot(database: Database, take: (held: HeldSnapshot) => void, until: AbortSignal): Promise<void> {
  await readSnapshot(database, {}, async ({ run }) => {
    await run(sql`set local idle_in_transaction_session_timeout = 0`);
    const [held] = await run<HeldSnapshot>(sql`select pg_export_snapshot() as name, version from ${publication}`);
    if (held) take(held);
    if (!until.aborted) await once(until, 'abort');
  });
}

/** Reads in the held state of this name, or in the present one where it is no longer held or no name is given. */
export async function inHeldState<Result>(
  name: string | undefined,
  read: (snapshot: string | undefined) => Promise<Result>,
): Promise<Result> {
  try {
    return await read(name);
  } catch (error) {
    if (!(error instanceof SnapshotGoneError)) throw error;
    return read(undefined);
  }
}
