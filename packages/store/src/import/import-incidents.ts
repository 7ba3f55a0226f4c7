import { basename } from 'node:path';
import type { Dataset } from '@monitor/domain';
import { cancellable, untilAborted } from '../connection/cancellable.ts';
import type { Database, Transaction } from '../connection/database.ts';
import { inTransaction } from '../connection/in-transaction.ts';
import type { KnownPlaces } from './check-draft.ts';
import { merge, type RepeatedDraft } from './merge.ts';
import { createStaging, type NumberedDraft, prepare, stage } from './staging.ts';

export type { NumberedDraft } from './staging.ts';

export interface ImportOptions {
  readonly dataset: Dataset;
  readonly format: string;
  readonly fileNames: readonly string[];
  readonly drafts: AsyncIterable<NumberedDraft> | Iterable<NumberedDraft>;
  /** Ends the import and undoes all of it. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each portion. */
  readonly onProgress?: ((progress: { readonly read: number; readonly stage: 'reading' | 'merging' }) => void) | undefined;
}

export interface ImportResult {
  readonly batch: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Drafts that repeat the source key of an earlier line. */
  readonly repeated: readonly RepeatedDraft[];
  readonly datasetVersion: number;
}

const portionSize = 2_000;

/**
 * Writes drafts as published incidents, all in one transaction: the whole import's work or none of it. Imports into one dataset
 * wait for each other. Throws, and leaves everything as it was, on a draft that must not be written (unknown location or region, a
 * sensitive incident with an exact public point …), on a failing source of drafts, and with the signal's reason on abort.
 */
export async function importIncidents(database: Database, options: ImportOptions): Promise<ImportResult> {
  const { signal } = options;
  signal?.throwIfAborted();
  try {
    const result = await inTransaction(database, 'read write', (transaction) => importAll(transaction, options));
    await database.connections`analyze incidents, people, weapons, sources`;
    return result;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

async function importAll(transaction: Transaction, options: ImportOptions): Promise<ImportResult> {
  const { signal, dataset, onProgress } = options;
  await transaction`set local statement_timeout = 0`;
  await cancellable(transaction`select pg_advisory_xact_lock(hashtext('import'), hashtext(${dataset.slug}))`, signal);

  const datasetId = await writeDataset(transaction, dataset);
  const batch = await startBatch(transaction, datasetId, options);
  await createStaging(transaction);
  const read = await readDrafts(transaction, datasetId, await knownPlaces(transaction), options);
  onProgress?.({ read, stage: 'merging' });
  const result = await merge(transaction, { datasetId, batch, signal });
  await transaction`
    update import_batches set finished_at = clock_timestamp(), inserted = ${result.inserted}, updated = ${result.updated},
      unchanged = ${result.unchanged}, repeated = ${result.repeated.length}
    where id = ${batch}`;
  const [publication] = await transaction<{ version: number }[]>`select version from publication`;
  signal?.throwIfAborted();
  return { batch, ...result, datasetVersion: publication?.version ?? 0 };
}

/** Reads and stages all drafts, the next portion while the last one is being written. Gives their number. */
async function readDrafts(
  transaction: Transaction,
  datasetId: number,
  known: KnownPlaces,
  { drafts, dataset, signal, onProgress }: ImportOptions,
): Promise<number> {
  const source = Symbol.asyncIterator in drafts ? drafts[Symbol.asyncIterator]() : drafts[Symbol.iterator]();
  let read = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    for (;;) {
      const portion = await untilAborted(take(source, portionSize), signal);
      if (portion.length === 0) break;
      const prepared = prepare(portion, read + 1, dataset, known);
      await writing;
      read += portion.length;
      onProgress?.({ read, stage: 'reading' });
      writing = stage(transaction, datasetId, prepared);
      // Looked at below; until then a failure is nobody's fault of not looking.
      writing.catch(() => undefined);
      if (portion.length < portionSize) break;
    }
    await writing;
    return read;
  } catch (error) {
    // Nothing can be undone while a COPY is on its way.
    await writing.catch(() => undefined);
    void Promise.resolve(source.return?.()).catch(() => undefined);
    throw error;
  }
}

async function take<Item>(source: AsyncIterator<Item> | Iterator<Item>, size: number): Promise<Item[]> {
  const taken: Item[] = [];
  while (taken.length < size) {
    const next = await source.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function writeDataset(transaction: Transaction, dataset: Dataset): Promise<number> {
  const { slug, title, description, synthetic, licence, licence_url, attribution, url, killed_includes_suicides } = dataset;
  const [existing] = await transaction<{ id: number }[]>`select id from datasets where slug = ${slug}`;
  const values = { title, description, synthetic, licence, licence_url, attribution, url, killed_includes_suicides };
  if (existing === undefined) {
    const [made] = await transaction<{ id: number }[]>`insert into datasets ${transaction({ slug, ...values })} returning id`;
    if (made === undefined) throw new Error(`The dataset ${slug} was not written.`);
    return made.id;
  }
  await transaction`
    update datasets set ${transaction(values)}
    where id = ${existing.id} and (title, description, synthetic, licence, licence_url, attribution, url, killed_includes_suicides)
      is distinct from (${title}, ${description}, ${synthetic}, ${licence}, ${licence_url}, ${attribution}, ${url},
        ${killed_includes_suicides})`;
  return existing.id;
}

async function startBatch(transaction: Transaction, datasetId: number, { format, fileNames }: ImportOptions): Promise<number> {
  const [batch] = await transaction<{ id: number }[]>`
    insert into import_batches (dataset_id, format, file_names) values (${datasetId}, ${format}, ${fileNames.map((name) => basename(name))}) returning id`;
  if (batch === undefined) throw new Error('The import was not recorded.');
  return batch.id;
}

async function knownPlaces(transaction: Transaction): Promise<KnownPlaces> {
  const locations = await transaction<{ code: string; name: string }[]>`select code, name from jurisdictions`;
  const regions = await transaction<{ code: string; name: string; jurisdiction: string }[]>`
    select code, name, jurisdiction from regions`;
  return {
    locations: new Map(locations.map(({ code, name }) => [code, name])),
    regions: new Map(regions.map(({ code, name, jurisdiction }) => [code, { name, jurisdiction }])),
  };
}
