import { type Dataset, type IncidentDraft, isSensitive, type TraitField, traitFields, traitsOf } from '@monitor/domain';
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

/** Columns of `incidents` that an import writes, but for the sets of traits. */
export const plainColumns = ['public_id', 'source_key', 'content_hash', 'search_text', ...ownFields, 'sensitive'] as const;

/** Columns of `incidents` that an import writes. */
export const writtenColumns = [...plainColumns, ...traitFields] as const;

/** A draft made ready for writing. */
export interface PreparedDraft {
  /** Running number within the import, from 1. */
  readonly number: number;
  readonly line: number;
  readonly draft: IncidentDraft;
  readonly row: Readonly<Record<(typeof plainColumns)[number], CopyValue>>;
  readonly traits: Readonly<Record<TraitField, string>>;
}

/** Checks a draft and computes what is derived from it. Throws on a draft that must not be written. */
export function prepareDraft(
  { line, draft }: NumberedDraft,
  number: number,
  dataset: Pick<Dataset, 'public_identifiers'> & { readonly idOf: IdentifiersOf },
  known: KnownPlaces,
): PreparedDraft {
  const fault = draftFault(draft, known);
  if (fault !== undefined) throw new Error(`Line ${line} cannot be imported: ${fault}.`);
  const id = dataset.idOf(draft.source_key);
  const names = {
    public_id: id,
    location: known.locations.get(draft.country) ?? draft.country,
    region: draft.region === null ? null : (known.regions.get(draft.region)?.name ?? null),
  };
  const text = searchTextOf(draft, names, dataset);
  const row = {
    ...draft,
    public_id: id,
    content_hash: contentHash(draft, text),
    search_text: text,
    sensitive: isSensitive(draft),
  };
  return { number, line, draft, row, traits: traitsOf(draft) };
}

/** The values of a draft in the order of `writtenColumns`. */
export function writtenValues({ row, traits }: PreparedDraft, numbers: TraitNumbers): CopyValue[] {
  return [...plainColumns.map((column) => row[column]), ...traitFields.map((field) => numbers.of(field, traits[field]))];
}
