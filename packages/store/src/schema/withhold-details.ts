import { type IncidentDraft, isSensitive, nothingReported, partOfDayOf, type Settlements, withheld } from '@monitor/domain';
import type { Transaction } from '../connection/transaction.ts';
import { contentHash } from '../import/content.ts';
import { rewriteRecord, type Rewritten, settlementsOnDemand } from './rewrite-record.ts';
import { searchTextOf } from './search-texts.ts';

/** What is calculated again, named as in 0013_part_of_day.sql. */
const rewritten: Rewritten = {
  incidents: {
    sensitive: 'boolean',
    local_time: 'text',
    part_of_day: 'text',
    place: 'text',
    lon: 'double precision',
    lat: 'double precision',
    place_precision: 'text',
    exact_lon: 'double precision',
    exact_lat: 'double precision',
    search_text: 'text',
    content_hash: 'bytea',
  },
  sources: { kind: 'text', publisher: 'text', url: 'text', published_on: 'date', language: 'text' },
};

/**
 * Decides which incidents on record are sensitive, adds the parts of the day, and removes what could expose a person. Part of the
 * migration that introduced this.
 * @param loadSettlements called where an incident is sensitive
 */
export async function withholdDetails(
  transaction: Transaction,
  loadSettlements: (() => Promise<Settlements>) | undefined,
  portionSize?: number,
): Promise<void> {
  const settlementsFor = settlementsOnDemand(loadSettlements);
  await rewriteRecord(
    transaction,
    rewritten,
    async (portion) => {
      const drafts = portion.map(({ source_key, record }) => withPartOfDay({ ...nothingReported, ...record, source_key }));
      const settlements = await settlementsFor(drafts);
      return portion.map((one, at) => {
        const draft = settlements ? withheld(withExactPoint(drafts[at]!), settlements) : drafts[at]!;
        const sensitive = isSensitive(draft);
        // As it was then; 0016_identifiers_of_sources.sql comes after this.
        const search_text = searchTextOf(draft, { ...one, public_key: sensitive ? null : one.source_key });
        const { people: _people, weapons: _weapons, sources, ...values } = draft;
        return {
          values: { ...values, sensitive, search_text, content_hash: contentHash(draft, []) },
          sources: sources.map((source) => ({ ...source })),
        };
      });
    },
    portionSize,
  );
}

/** As an import has it before it coarsens the point. */
export function withExactPoint(draft: IncidentDraft): IncidentDraft {
  const { exact_lon: lon, exact_lat: lat } = draft;
  return lon === null || !isSensitive(draft) ? draft : { ...draft, lon, lat, exact_lon: null, exact_lat: null };
}

/** With the part of the day, which records of earlier versions lack. */
export function withPartOfDay(draft: IncidentDraft): IncidentDraft {
  return draft.local_time === null ? draft : { ...draft, part_of_day: partOfDayOf(draft.local_time) };
}
