import { type Dataset, type IncidentDraft, isSensitive, publicKey, type TraitField, traitFields, traitsOf } from '@monitor/domain';
import type { CopyValue } from '../connection/copy.ts';
import { searchTextOf } from '../schema/search-texts.ts';
import { draftFault, type KnownPlaces } from './check-draft.ts';
import { contentHash, ownFields } from './content.ts';
import type { IdentifiersOf } from './identifiers.ts';
import type { TraitNumbers } from './trait-numbers.ts';

/** A draft with the line of the file it came from, counted from 1; for made-up data the running number. */
export interface NumberedDraft {
  readonly line: number;
  readonly draft: IncidentDraft;
}

/** Drafts that are not from a file, with their running numbers. */
export function* numberDrafts(drafts: Iterable<IncidentDraft>): Generator<NumberedDraft> {
  let line = 0;
  for (const draft of drafts) yield { line: ++line, draft };
}

const derivedColumns = ['public_id', 'public_key', 'content_hash', 'search_text', 'sensitive'] as const;

/** Columns of `incidents` that an import writes. */
export const writtenColumns = ['source_key', ...derivedColumns, ...ownFields, ...traitFields] as const;

/** A draft made ready for writing. */
export interface PreparedDraft {
  /** Running number within the import, from 1. */
  readonly number: number;
  readonly line: number;
  readonly draft: IncidentDraft;
  /** What is computed from it. */
  readonly derived: {
    readonly public_id: string;
    readonly public_key: string | null;
    readonly content_hash: Buffer;
    readonly search_text: string;
    readonly sensitive: boolean;
  };
  readonly traits: Readonly<Record<TraitField, string>>;
}

/**
 * Checks a draft and computes what is derived from it. Throws on a draft that must not be written.
 * @param publish gives the draft with those of its withheld texts that are public after all
 */
export function prepareDraft(
  { line, draft: given }: NumberedDraft,
  number: number,
  dataset: Pick<Dataset, 'public_identifiers'> & { readonly idOf: IdentifiersOf },
  known: KnownPlaces,
  publish: (draft: IncidentDraft) => IncidentDraft,
): PreparedDraft {
  const fault = draftFault(given, known);
  if (fault !== undefined) throw new Error(`Line ${line} cannot be imported: ${fault}.`);
  const draft = publish(given);
  const public_id = dataset.idOf(draft.source_key);
  const location = known.locations.get(draft.country) ?? draft.country;
  const region = draft.region === null ? null : (known.regions.get(draft.region)?.name ?? null);
  const { public_identifiers = false } = dataset;
  const sensitive = isSensitive(draft);
  const public_key = publicKey(draft.source_key, { sensitive, public_identifiers });
  const derived = {
    public_id,
    public_key,
    // Of what the source says, whatever else of the dataset is public by now.
    content_hash: contentHash(given, [location, region, public_identifiers]),
    search_text: searchTextOf(draft, { public_id, public_key, location, region }),
    sensitive,
  };
  return { number, line, draft, derived, traits: traitsOf(draft) };
}

/** The values of a draft in the order of `writtenColumns`. */
export function writtenValues({ draft, derived, traits }: PreparedDraft, numbers: TraitNumbers): CopyValue[] {
  const values: CopyValue[] = [draft.source_key];
  for (const column of derivedColumns) values.push(derived[column]);
  for (const field of ownFields) values.push(draft[field]);
  for (const field of traitFields) values.push(numbers.of(field, traits[field]));
  return values;
}
