import type { Transaction } from '../connection/transaction.ts';
import { ClosedTexts } from './closed-texts.ts';
import { type FieldChanges, merge } from './merge.ts';
import { type PreparedDraft, writtenColumns, writtenValues } from './prepare-drafts.ts';
import { rememberKeys, type RepeatedDraft, sortOut } from './sort-out.ts';
import { createStaging, stage } from './staging.ts';
import { TraitNumbers } from './trait-numbers.ts';
import { partNames } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import { copyInto, copyLine, linesOf } from '../connection/copy.ts';
import { fieldsOfPart, partValues } from './content.ts';

/** Takes the drafts of one import, portion by portion, into the record. */
export class DraftStore {
  /** Drafts that are on record now, as they were before or otherwise. */
  stored = 0;
  inserted = 0;
  updated = 0;
  unchanged = 0;
  readonly repeated: RepeatedDraft[] = [];
  readonly #changedFields = new Map<string, number>();

  readonly #transaction: Transaction;
  readonly #target: ImportedInto;
  readonly #traits: TraitNumbers;
  readonly texts: ClosedTexts;

  private constructor(transaction: Transaction, target: ImportedInto, traits: TraitNumbers, texts: ClosedTexts) {
    this.#transaction = transaction;
    this.#target = target;
    this.#traits = traits;
    this.texts = texts;
  }

  static async open(transaction: Transaction, target: ImportedInto): Promise<DraftStore> {
    await rememberKeys(transaction.run);
    await createStaging(transaction);
    const texts = await ClosedTexts.read(transaction, target.datasetId);
    return new DraftStore(transaction, target, await TraitNumbers.read(transaction), texts);
  }

  /** In how many incidents fields changed, the most frequent first. */
  get changedFields(): FieldChanges {
    return [...this.#changedFields]
      .map(([field, incidents]) => ({ field, incidents }))
      .toSorted((one, other) => other.incidents - one.incidents || (one.field < other.field ? -1 : 1));
  }

  /**
   * New incidents are inserted as published; those that differ from the record are updated with all their parts and keep their status;
   * each gets a revision. Nothing else is touched.
   */
  async write(portion: readonly PreparedDraft[]): Promise<void> {
    const { run } = this.#transaction;
    await this.#traits.add(portion.map(({ traits }) => traits));
    const { fresh, changed, unchanged, repeated } = await sortOut(run, portion, this.#target.datasetId, this.#traits);
    await insertNew(this.#transaction, fresh, this.#target, this.#traits);
    let updated = 0;
    if (changed.length > 0) {
      await stage(this.#transaction, changed, this.#traits, this.texts);
      const merged = await merge(run, this.#target.batch);
      updated = merged.updated;
      for (const { field, incidents } of merged.fields)
        this.#changedFields.set(field, (this.#changedFields.get(field) ?? 0) + incidents);
    }
    this.inserted += fresh.length;
    this.updated += updated;
    this.unchanged += unchanged + changed.length - updated;
    this.repeated.push(...repeated);
    this.stored += portion.length;
  }
}

interface ImportedInto {
  readonly datasetId: number;
  readonly batch: number;
}

/** Writes incidents that are not on record, as published, with their parts and their first revision. */
async function insertNew(
  transaction: Transaction,
  drafts: readonly PreparedDraft[],
  { datasetId, batch }: ImportedInto,
  numbers: TraitNumbers,
): Promise<void> {
  if (drafts.length === 0) return;
  // They follow each other, since only imports number incidents, one at a time.
  const [ids] = await transaction.run<{ first: number }>(sql`
    select min(id) as first from (
      select nextval(pg_get_serial_sequence('incidents', 'id')) as id from generate_series(1, ${drafts.length}::integer)
    ) as given`);
  const numbered = drafts.map((one, at) => ({ ...one, id: ids!.first + at }));
  await copyInto(
    transaction,
    `incidents (id, dataset_id, batch_id, status, ${writtenColumns.join(', ')})`,
    linesOf(numbered, (one) => copyLine([one.id, datasetId, batch, 'published', ...writtenValues(one, numbers)])),
  );
  for (const part of partNames)
    await copyInto(
      transaction,
      `${part} (incident_id, position, ${fieldsOfPart[part].join(', ')})`,
      linesOf(numbered, ({ id, draft }) =>
        draft[part].map((entry, index) => copyLine([id, index + 1, ...partValues(part, entry)])),
      ),
    );
  await copyInto(
    transaction,
    'revisions (incident_id, revision, batch_id, change, fields)',
    linesOf(numbered, ({ id }) => copyLine([id, 1, batch, 'created', '{}'])),
  );
}
