import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Dataset, IncidentDraft } from '@monitor/domain';
import { and, eq, getTableColumns, or, sql } from 'drizzle-orm';
import { untilAborted } from '../connection/cancellable.ts';
import type { Database } from '../connection/database.ts';
import type { Statements } from '../connection/statements.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { refuseSpread } from '../spread/spread.ts';
import { datasets, importBatches, incidents, people, type PublicTextField, sources, weapons } from '../schema/tables.ts';
import { writePublicKeys } from './closed-texts.ts';
import { DraftStore } from './draft-store.ts';
import { type IdentifiersOf, identifiersOf } from './identifiers.ts';
import { type HeldPlaces, readKnownPlaces } from './known-places.ts';
import { lockImports, type OnWait } from './lock-imports.ts';
import type { FieldChanges } from './merge.ts';
import { type NumberedDraft, prepareDraft } from './prepare-drafts.ts';
import { addLocation, type ReferenceData } from './reference-data.ts';
import { type AbsentIncidents, restoreReturned, retractAbsent } from './retract.ts';
import type { RepeatedDraft } from './sort-out.ts';

export type { LockHolder } from './lock-imports.ts';
export { type NumberedDraft, numberDrafts } from './prepare-drafts.ts';
export type { AbsentIncidents } from './retract.ts';

export interface ImportProgress {
  /** `storing` drafts as they are read, or `finishing` when all of them are stored. */
  readonly stage: 'storing' | 'finishing';
  /** Drafts so far. */
  readonly read: number;
  /** Those of them that are on record now, or were already. */
  readonly stored: number;
}

export interface ImportOptions {
  readonly dataset: Dataset;
  readonly format: string;
  readonly fileNames: readonly string[];
  readonly drafts: AsyncIterable<NumberedDraft> | Iterable<NumberedDraft>;
  /** What the gazetteer has of a location that the database holds nothing of yet; if left out, drafts from there have no region. */
  readonly readLocation?: ((code: string) => Pick<ReferenceData, 'regions' | 'places'>) | undefined;
  /** Drafts that are written at once; 5,000 if left out. */
  readonly portionSize?: number | undefined;
  /** Ends the import and undoes all of it. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Called where another import or removal must end first. */
  readonly onWait?: OnWait | undefined;
  /** If the drafts are all of the dataset: incidents that are not among them are retracted. */
  readonly complete?:
    | {
        /** Source keys of incidents that stay although they are not among the drafts. Called when all of these have been read. */
        readonly kept: () => readonly string[];
        /** Is given how many would be retracted, and throws if that is not wanted: then nothing is changed. */
        readonly agree: (absent: AbsentIncidents) => void;
      }
    | undefined;
  /** Does all of the work and undoes it, to know what it would do. */
  readonly dryRun?: boolean | undefined;
  /** Numbers for the dataset and the import, where several databases are to have the same; the next ones if left out. */
  readonly numbers?: { readonly dataset: number; readonly batch: number } | undefined;
  /** Called when all is done but the commit, which waits for it. */
  readonly beforeCommit?: (() => Promise<void>) | undefined;
}

export interface ImportResult {
  readonly batch: number;
  readonly inserted: number;
  readonly updated: number;
  /** In how many of the updated incidents fields changed, the most frequent first. */
  readonly changedFields: FieldChanges;
  readonly unchanged: number;
  /** Incidents that an earlier import had retracted, and that are published again since they are among the drafts. */
  readonly restored: number;
  /** Incidents that are retracted since they are not among the drafts; null unless these are all of the dataset. */
  readonly retracted: number | null;
  /** Drafts that repeat the source key of an earlier line. */
  readonly repeated: readonly RepeatedDraft[];
  readonly datasetVersion: number;
  /** Whether a text of the source is public in this dataset now. */
  readonly isPublic: (field: PublicTextField, text: string) => boolean;
}

/**
 * The words of incidents that PostgreSQL gathers before it sorts them into the index of text search: the more, the fewer times each page
 * of the index is written, but every search looks through all that is gathered.
 */
const pendingWords = '16MB';
/** Drafts after which whatever else waits in this process has its turn. */
const breath = 50;

/**
 * Writes drafts as published incidents, all in one transaction: the whole import's work or none of it. One import at a time; others
 * wait. Throws, and leaves everything as it was, on a draft that must not be written (unknown location or region, a
 * sensitive incident of which too much is known …), on a failing source of drafts, and with the signal's reason on abort.
 */
export async function importIncidents(database: Database, options: ImportOptions): Promise<ImportResult> {
  refuseSpread(database);
  const work = async (transaction: Transaction) => {
    const result = await importAll(transaction, options);
    if (options.dryRun) throw new Undone(result);
    return result;
  };
  try {
    return await writeWhole(database, work, options.signal);
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

/** Ends the transaction of a dry run, which undoes it. */
class Undone extends Error {
  readonly result: ImportResult;

  constructor(result: ImportResult) {
    super('This was a dry run.');
    this.result = result;
  }
}

async function importAll(transaction: Transaction, options: ImportOptions): Promise<ImportResult> {
  const { onProgress } = options;
  // What is not said is not public, and of the whole of its locations.
  const dataset = { public_identifiers: false, covers: null, ...options.dataset };
  const { db, run } = transaction;
  await lockImports(run, `import into ${dataset.slug}`, options.onWait);
  await run(sql.raw(`set local gin_pending_list_limit = '${pendingWords}'; set local work_mem = '64MB'`));

  const { datasetId, secret_identifiers, before } = await writeDataset(db, dataset, options.numbers?.dataset);
  const batch = await startBatch(db, { dataset_id: datasetId, dataset_before: before ?? null }, options);
  const store = await DraftStore.open(transaction, { datasetId, batch });
  const named = { ...dataset, idOf: await identifiersOf(db, { slug: dataset.slug, secret_identifiers }) };
  await storeDrafts(transaction, store, await readKnownPlaces(db), { ...options, dataset: named });
  onProgress?.({ stage: 'finishing', read: store.stored, stored: store.stored });
  await store.texts.settle(transaction);
  // Incidents that are not in the files too.
  if (before && before.public_identifiers !== dataset.public_identifiers) await writePublicKeys(transaction, datasetId);
  const restored = await restoreReturned(run, { datasetId, batch });
  const retracted =
    options.complete === undefined
      ? null
      : await retractAbsent(
          run,
          { datasetId, batch, inserted: store.inserted + restored },
          options.complete.kept(),
          options.complete.agree,
        );
  const { inserted, updated, unchanged, repeated } = store;
  const counts = { inserted, updated, unchanged };
  await db
    .update(importBatches)
    .set({
      finished_at: sql`clock_timestamp()`,
      ...counts,
      repeated: repeated.length,
      listing_changes: store.texts.listingChanges,
    })
    .where(eq(importBatches.id, batch));
  // After the commit, a failure would pass for an import that was undone.
  if (inserted + updated + restored + (retracted ?? 0) > 0) await run(sql`analyze ${incidents}, ${people}, ${weapons}, ${sources}`);
  const datasetVersion = await versionOfSnapshot(db);
  await options.beforeCommit?.();
  return {
    batch,
    ...counts,
    changedFields: store.changedFields,
    restored,
    retracted,
    repeated,
    datasetVersion,
    isPublic: (field, text) => store.texts.isPublic(field, text),
  };
}

/** Reads and stores all drafts, the next portion while the last one is being written. */
async function storeDrafts(
  transaction: Transaction,
  store: DraftStore,
  known: HeldPlaces,
  options: ImportOptions & { readonly dataset: { readonly idOf: IdentifiersOf } },
): Promise<void> {
  const { drafts, dataset, portionSize = 5_000, readLocation, signal, onProgress } = options;
  const source = Symbol.asyncIterator in drafts ? drafts[Symbol.asyncIterator]() : drafts[Symbol.iterator]();
  let read = 0;
  let writing: Promise<void> = Promise.resolve();
  const publish = (draft: IncidentDraft) => store.texts.publish(draft);
  const prepare = (draft: NumberedDraft) => prepareDraft(draft, (read += 1), dataset, known, publish);
  const hold = async (country: string, location: Pick<ReferenceData, 'regions' | 'places'>) => {
    // One statement at a time.
    await writing;
    await addLocation(transaction, { ...location, regions: location.regions.filter(({ code }) => !known.regions.has(code)) });
    known.add(country, location);
  };
  const holding = ({ draft: { country } }: NumberedDraft) =>
    readLocation && known.locations.has(country) && !known.holds(country) ? hold(country, readLocation(country)) : undefined;
  const show = () => onProgress?.({ stage: 'storing', read, stored: store.stored });
  try {
    for (;;) {
      const portion = await untilAborted(take(source, portionSize, holding), signal);
      // Before the first of them is prepared: what they share is public of all of them.
      for (const { draft } of portion) store.texts.add(draft);
      const prepared = await untilAborted(inBreaths(portion, prepare), signal);
      if (portion.length > 0) show();
      await writing;
      if (portion.length === 0) return;
      writing = store.write(prepared).then(show);
      // Looked at above; until then a failure is nobody's fault of not looking.
      writing.catch(() => undefined);
      if (portion.length < portionSize) return await writing;
    }
  } catch (error) {
    // Nothing can be undone while a COPY is on its way.
    await writing.catch(() => undefined);
    void Promise.resolve(source.return?.()).catch(() => undefined);
    throw error;
  }
}

async function take(
  source: AsyncIterator<NumberedDraft> | Iterator<NumberedDraft>,
  size: number,
  holding: (draft: NumberedDraft) => Promise<void> | undefined,
): Promise<NumberedDraft[]> {
  const taken: NumberedDraft[] = [];
  while (taken.length < size) {
    const next = await source.next();
    if (next.done) break;
    const held = holding(next.value);
    if (held) await held;
    taken.push(next.value);
    if (taken.length % breath === 0) await setImmediate();
  }
  return taken;
}

/** What is made of each item, while whatever else waits has its turn now and then. */
async function inBreaths<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) if (made.push(make(item)) % breath === 0) await setImmediate();
  return made;
}

interface WrittenDataset {
  readonly datasetId: number;
  readonly secret_identifiers: boolean;
  /** How it was described before, if it was on record. */
  readonly before?: Dataset;
}

/** Writes the description of a dataset. */
async function writeDataset(db: Statements['db'], dataset: Dataset, number?: number): Promise<WrittenDataset> {
  const [existing] = await db.select().from(datasets).where(eq(datasets.slug, dataset.slug));
  if (existing === undefined) {
    // Made-up incidents have the same identifiers everywhere.
    const secret_identifiers = !dataset.synthetic;
    const [made] = await db
      .insert(datasets)
      .overridingSystemValue()
      .values({ ...dataset, secret_identifiers, id: number ?? nextId('datasets') })
      .returning({ id: datasets.id });
    if (made === undefined) throw new Error(`The dataset ${dataset.slug} was not written.`);
    return { datasetId: made.id, secret_identifiers };
  }
  const { id, slug: _slug, secret_identifiers: _unchanging, ...columns } = getTableColumns(datasets);
  const { slug: _ofDataset, ...values } = dataset;
  const changed = Object.entries(columns).map(
    ([name, column]) => sql`${column} is distinct from ${dataset[name as keyof Dataset]}`,
  );
  await db
    .update(datasets)
    .set(values)
    .where(and(eq(id, existing.id), or(...changed)));
  const { id: datasetId, secret_identifiers, ...before } = existing;
  return { datasetId, secret_identifiers, before };
}

/** The number that a table gives its next row. */
function nextId(table: string) {
  return sql<number>`nextval(pg_get_serial_sequence(${table}, 'id'))`;
}

async function startBatch(
  db: Statements['db'],
  dataset: Pick<typeof importBatches.$inferInsert, 'dataset_id' | 'dataset_before'>,
  { format, fileNames, numbers }: ImportOptions,
): Promise<number> {
  const [batch] = await db
    .insert(importBatches)
    .overridingSystemValue()
    .values({
      ...dataset,
      id: numbers?.batch ?? nextId('import_batches'),
      format,
      file_names: fileNames.map((name) => basename(name)),
    })
    .returning({ id: importBatches.id });
  if (batch === undefined) throw new Error('The import was not recorded.');
  return batch.id;
}
