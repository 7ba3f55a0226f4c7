import type { Transaction } from '../connection/transaction.ts';
import { ClosedTexts } from './closed-texts.ts';
import { type ImportedInto, insertNew } from './insert-new.ts';
import { merge } from './merge.ts';
import type { PreparedDraft } from './prepare-drafts.ts';
import { rememberKeys, type RepeatedDraft, sortOut } from './sort-out.ts';
import { createStaging, stage } from './staging.ts';
import { TraitNumbers } from './trait-numbers.ts';

/** Takes the drafts of one import, portion by portion, into the record. */
export class DraftStore {
  /** Drafts that are on record now, as they were before or otherwise. */
  stored = 0;
  inserted = 0;
  updated = 0;
  unchanged = 0;
  readonly repeated: RepeatedDraft[] = [];

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
      updated = await merge(run, this.#target.batch);
    }
    this.inserted += fresh.length;
    this.updated += updated;
    this.unchanged += unchanged + changed.length - updated;
    this.repeated.push(...repeated);
    this.stored += portion.length;
  }
}
