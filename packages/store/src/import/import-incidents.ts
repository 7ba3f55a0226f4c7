import { basename } from 'node:path';
import type { Dataset } from '@monitor/domain';
import { and, eq, getTableColumns, or, sql } from 'drizzle-orm';
import { untilAborted } from '../connection/cancellable.ts';
import type { Database } from '../connection/database.ts';
import type { Statements } from '../connection/statements.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { writeSearchTextsAgain } from '../schema/search-texts.ts';
import { datasets, importBatches, incidents, jurisdictions, people, places, regions, sources, weapons } from '../schema/tables.ts';
import type { KnownPlaces } from './check-draft.ts';
import { lockImports } from './lock-imports.ts';
import { merge, type RepeatedDraft } from './merge.ts';
import { createStaging, type NumberedDraft, prepare, stage } from './staging.ts';

export { type NumberedDraft, numberDrafts } from './staging.ts';

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
 * sensitive incident of which too much is known …), on a failing source of drafts, and with the signal's reason on abort.
 */
export async function importIncidents(database: Database, options: ImportOptions): Promise<ImportResult> {
  return writeWhole(database, (transaction) => importAll(transaction, options), options.signal);
}

async function importAll(transaction: Transaction, options: ImportOptions): Promise<ImportResult> {
  const { onProgress } = options;
  // What is not said is not public.
  const dataset = { public_identifiers: false, ...options.dataset };
  const { db, run } = transaction;
  await lockImports(run, dataset.slug);

  const { datasetId, before } = await writeDataset(db, dataset);
  const batch = await startBatch(db, { dataset_id: datasetId, dataset_before: before ?? null }, options);
  await createStaging(transaction);
  const read = await readDrafts(transaction, datasetId, await knownPlaces(db), options);
  onProgress?.({ read, stage: 'merging' });
  const { repeated, ...counts } = await merge(run, { datasetId, batch });
  // Incidents that are not in the files too.
  if (before && before.public_identifiers !== dataset.public_identifiers) await writeSearchTextsAgain(transaction, datasetId);
  await db
    .update(importBatches)
    .set({ finished_at: sql`clock_timestamp()`, ...counts, repeated: repeated.length })
    .where(eq(importBatches.id, batch));
  // After the commit, a failure would pass for an import that was undone.
  await run(sql`analyze ${incidents}, ${people}, ${weapons}, ${sources}`);
  const datasetVersion = await versionOfSnapshot(db);
  return { batch, ...counts, repeated, datasetVersion };
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

/** Writes the description of a dataset. Gives its number, and how it was described before, if it is on record. */
async function writeDataset(
  db: Statements['db'],
  dataset: Dataset,
): Promise<{ readonly datasetId: number; readonly before?: Dataset }> {
  const [existing] = await db.select().from(datasets).where(eq(datasets.slug, dataset.slug));
  if (existing === undefined) {
    const [made] = await db.insert(datasets).values(dataset).returning({ id: datasets.id });
    if (made === undefined) throw new Error(`The dataset ${dataset.slug} was not written.`);
    return { datasetId: made.id };
  }
  const { id, slug: _slug, ...columns } = getTableColumns(datasets);
  const { slug: _ofDataset, ...values } = dataset;
  const changed = Object.entries(columns).map(
    ([name, column]) => sql`${column} is distinct from ${dataset[name as keyof Dataset]}`,
  );
  await db
    .update(datasets)
    .set(values)
    .where(and(eq(id, existing.id), or(...changed)));
  const { id: datasetId, ...before } = existing;
  return { datasetId, before };
}

async function startBatch(
  db: Statements['db'],
  dataset: Pick<typeof importBatches.$inferInsert, 'dataset_id' | 'dataset_before'>,
  { format, fileNames }: ImportOptions,
): Promise<number> {
  const [batch] = await db
    .insert(importBatches)
    .values({ ...dataset, format, file_names: fileNames.map((name) => basename(name)) })
    .returning({ id: importBatches.id });
  if (batch === undefined) throw new Error('The import was not recorded.');
  return batch.id;
}

/** What the database knows of places. */
export async function knownPlaces(db: Statements['db']): Promise<KnownPlaces> {
  const locations = await db.select().from(jurisdictions);
  const known = await db.select().from(regions);
  const settlements = new Map(locations.map(({ code }) => [code, new Set<string>()]));
  for (const { name, jurisdiction } of await db.select({ name: places.name, jurisdiction: places.jurisdiction }).from(places))
    settlements.get(jurisdiction)?.add(name);
  return {
    isSettlement: (name, location) => settlements.get(location)?.has(name) ?? false,
    locations: new Map(locations.map(({ code, name }) => [code, name])),
    regions: new Map(known.map(({ code, name, jurisdiction }) => [code, { name, jurisdiction }])),
  };
}
