import { and, eq, sql } from 'drizzle-orm';
import { exposureIn, type IncidentDraft, isSensitive, nothingReported, type Settlements, withheld } from '@monitor/domain';
import { DatabaseError } from '../connection/database-error.ts';
import type { Database } from '../connection/database.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { isShown } from '../records/find-incident.ts';
import { lastImports } from '../records/last-imports.ts';
import { type ChangeOptions, removeIncidents } from '../records/removals.ts';
import { refuseSpread } from '../spread/spread.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, importBatches, incidents, type ListingChange, people, revisions, sources, weapons } from '../schema/tables.ts';
import { withKnownPlace } from '../schema/close-texts.ts';
import { withExactPoint, withPartOfDay } from '../schema/withhold-details.ts';
import type { KnownPlaces } from './check-draft.ts';
import { ClosedTexts, writePublicKeys } from './closed-texts.ts';
import { readKnownPlaces } from './known-places.ts';
import { identifiersOf } from './identifiers.ts';
import { lockImports } from './lock-imports.ts';
import { mergeBack } from './merge.ts';
import { prepareDraft } from './prepare-drafts.ts';
import { undoStatuses } from './retract.ts';
import type { ChangedDraft } from './sort-out.ts';
import { createStaging, stage } from './staging.ts';
import { TraitNumbers } from './trait-numbers.ts';

export interface UndoOptions extends ChangeOptions {
  /** Where a record of an earlier version is coarsened. */
  readonly loadSettlements: () => Promise<Settlements>;
}

export interface UndoneImport {
  /** Incidents that the import had added. */
  readonly removed: number;
  /** Incidents that have their earlier content again. */
  readonly restored: number;
  /** Incidents that the import had retracted or published again, and that have their earlier status. */
  readonly statuses: number;
  /**
   * Those with their earlier content of which place, time or links were withheld when the import made them sensitive. Nothing of that was kept, so it does
   * not come back.
   */
  readonly withoutDetails: number;
  readonly datasetVersion: number;
}

/**
 * Undoes the last import into a dataset, in one transaction: incidents that it added go, those that it changed have the content, history
 * and import that they had before, and the dataset has its earlier description or goes, if the import created it. Throws
 * `DatabaseError` if this is not the last import any more. Public addresses of what goes then say so.
 * @param batch number of the import
 */
export async function undoImport(database: Database, batch: number, options: UndoOptions): Promise<UndoneImport> {
  refuseSpread(database);
  return writeWhole(
    database,
    async (transaction) => {
      const { db, run } = transaction;
      const undone = await lockLastImport(transaction, batch, options.onWait);
      const ofBatch = (change: 'created' | 'updated') =>
        sql`(select incident_id from ${revisions} where batch_id = ${batch} and change = ${change})`;
      const removed = await removeIncidents(run, undone, sql`${incidents.id} in ${ofBatch('created')}`, options);
      const texts = await ClosedTexts.read(transaction, undone.datasetId, undone.listing_changes);
      const counts = await restoreUpdated(transaction, { ...undone, batch, texts }, await readKnownPlaces(db), options);
      const lastShown = sql`max(changed_at) filter (where ${isShown})`;
      const statuses = await undoStatuses(run, batch, lastShown);
      await db.delete(revisions).where(eq(revisions.batch_id, batch));
      await run(sql`
        update ${incidents} t set
          batch_id = (
            select batch_id from ${revisions} where incident_id = t.id and change in ('created', 'updated') order by revision desc limit 1
          ),
          updated_at = (select ${lastShown} from ${revisions} where incident_id = t.id)
        where t.batch_id = ${batch}`);
      const isLeft = await restoreDataset(transaction, undone, batch);
      if (isLeft) await texts.settle(transaction);
      await run(sql`analyze ${incidents}, ${people}, ${weapons}, ${sources}`);
      return { removed, ...counts, statuses, datasetVersion: await versionOfSnapshot(db) };
    },
    options.signal,
  );
}

interface Undone {
  readonly datasetId: number;
  readonly slug: string;
  readonly title: string;
  readonly public_identifiers: boolean;
  readonly secret_identifiers: boolean;
  readonly listing_changes: readonly ListingChange[];
}

/** Waits for imports that are under way. */
async function lockLastImport({ db, run }: Transaction, batch: number, onWait: UndoOptions['onWait']): Promise<Undone> {
  await lockImports(run, 'undoing an import', onWait);
  const [undone] = await db
    .select({
      datasetId: datasets.id,
      slug: datasets.slug,
      title: datasets.title,
      public_identifiers: datasets.public_identifiers,
      secret_identifiers: datasets.secret_identifiers,
      listing_changes: importBatches.listing_changes,
    })
    .from(importBatches)
    .innerJoin(datasets, eq(datasets.id, importBatches.dataset_id))
    .where(eq(importBatches.id, batch));
  const isLast = (await lastImports(db)).some((last) => last.batch === batch);
  if (undone === undefined || !isLast)
    throw new DatabaseError(
      'Another import or removal was faster. Nothing was undone. Run the command again to see the last import.',
    );
  return undone;
}

/** Gives the incidents that the import changed their content before it. */
async function restoreUpdated(
  transaction: Transaction,
  { batch, texts, ...dataset }: Undone & { readonly batch: number; readonly texts: ClosedTexts },
  known: KnownPlaces,
  { loadSettlements, onProgress, portionSize = 1_000 }: UndoOptions,
): Promise<Pick<UndoneImport, 'restored' | 'withoutDetails'>> {
  const { run } = transaction;
  await createStaging(transaction);
  const numbers = await TraitNumbers.read(transaction);
  const named = { ...dataset, idOf: await identifiersOf(transaction.db, dataset) };
  const total = await transaction.db.$count(revisions, and(eq(revisions.batch_id, batch), eq(revisions.change, 'updated')));
  let [restored, withoutDetails] = [0, 0];
  for (let last = 0; ;) {
    onProgress?.({ done: restored, total });
    const rows = await run<Changed>(sql`
      select i.id, i.source_key, i.sensitive, r.previous
      from ${revisions} r join ${incidents} i on i.id = r.incident_id
      where r.batch_id = ${batch} and r.change = 'updated' and i.id > ${last}
      order by i.id
      limit ${portionSize}`);
    if (rows.length === 0) return { restored, withoutDetails };
    const changed: ChangedDraft[] = [];
    for (const [at, row] of rows.entries()) {
      const draft = withKnownPlace(withPartOfDay({ ...nothingReported, ...row.previous, source_key: row.source_key }), known);
      // Migrations take the place out of the history, and leave the point.
      const isOfPlace = draft.place !== null || draft.lon === null;
      const exposed = exposureIn(draft, known) !== undefined || (isSensitive(draft) && !isOfPlace);
      const safe = exposed ? withheld(withExactPoint(draft), await loadSettlements()) : draft;
      if (row.sensitive && !isSensitive(safe)) withoutDetails += 1;
      const line = restored + at + 1;
      changed.push({ ...prepareDraft({ line, draft: safe }, line, named, known, (one) => texts.republish(one)), id: row.id });
    }
    await numbers.add(changed.map(({ traits }) => traits));
    await stage(transaction, changed, numbers, texts);
    await mergeBack(run, batch);
    restored += rows.length;
    last = rows.at(-1)?.id ?? last;
  }
}

interface Changed {
  readonly id: number;
  readonly source_key: string;
  readonly sensitive: boolean;
  readonly previous: Omit<IncidentDraft, 'source_key'>;
}

/**
 * Takes the import off the record, and gives the dataset its earlier description; removes it if it has nothing else. Returns whether it
 * is still there.
 */
async function restoreDataset(
  transaction: Transaction,
  { datasetId, public_identifiers }: Undone,
  batch: number,
): Promise<boolean> {
  const { db } = transaction;
  const [{ before } = { before: null }] = await db
    .select({ before: importBatches.dataset_before })
    .from(importBatches)
    .where(eq(importBatches.id, batch));
  await db.delete(importBatches).where(eq(importBatches.id, batch));
  if (before !== null) {
    const { slug: _slug, ...description } = before;
    await db.update(datasets).set(description).where(eq(datasets.id, datasetId));
    if ((description.public_identifiers ?? public_identifiers) !== public_identifiers)
      await writePublicKeys(transaction, datasetId);
    return true;
  }
  const others = await db.$count(importBatches, eq(importBatches.dataset_id, datasetId));
  const left = await db.$count(incidents, eq(incidents.dataset_id, datasetId));
  if (others + left > 0) return true;
  await db.delete(datasets).where(eq(datasets.id, datasetId));
  return false;
}
