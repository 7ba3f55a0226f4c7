import {
  type IncidentDraft,
  isSensitive,
  joinedParts,
  nothingReported,
  type PointBasis,
  publicKey,
  publisherOfLink,
  reportedParts,
  type Settlements,
  withheld,
} from '@monitor/domain';
import { medium } from '@monitor/domain/media';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../connection/transaction.ts';
import { contentHash } from '../import/content.ts';
import { readNamesOfPlaces } from '../import/known-places.ts';
import { type Recorded, rewriteRecord, type Rewritten, settlementsOnDemand } from './rewrite-record.ts';
import { searchTextOf } from './search-texts.ts';
import { withExactPoint, withPartOfDay } from './withhold-details.ts';

type EarlierPlaces = Awaited<ReturnType<typeof readNamesOfPlaces>>;

/** What is calculated again, named as in 0021_closed_texts.sql. */
const rewritten: Rewritten = {
  incidents: {
    sensitive: 'boolean',
    local_time: 'text',
    region: 'text',
    place: 'text',
    withheld_place: 'text',
    lon: 'double precision',
    lat: 'double precision',
    place_precision: 'text',
    point_basis: 'text',
    exact_lon: 'double precision',
    exact_lat: 'double precision',
    type_as_reported: 'text',
    withheld_type: 'text',
    public_key: 'text',
    search_text: 'text',
    content_hash: 'bytea',
  },
  sources: {
    kind: 'text',
    publisher: 'text',
    withheld_publisher: 'text',
    url: 'text',
    withheld_url: 'text',
    published_on: 'date',
    language: 'text',
  },
};

/**
 * Takes quarters out of what is public of sensitive incidents, and writes again what is derived of those that lost a link: part of the
 * migration that did that.
 * @param loadSettlements called where an incident is sensitive
 */
export async function withholdQuarters(
  transaction: Transaction,
  loadSettlements: (() => Promise<Settlements>) | undefined,
  portionSize?: number,
): Promise<void> {
  const which = sql`(i.sensitive or i.id in (select incident_id from without_link))`;
  await withholdAgain(transaction, loadSettlements, portionSize, draftOf, which);
}

/**
 * Withholds again what could expose a person.
 * @param change what else changes
 * @param which incidents, as `rewriteRecord` has it
 */
async function withholdAgain(
  transaction: Transaction,
  loadSettlements: (() => Promise<Settlements>) | undefined,
  portionSize: number | undefined,
  change: (one: Recorded, known: EarlierPlaces) => IncidentDraft,
  which?: SQL,
): Promise<void> {
  const { db, run } = transaction;
  const known = await readNamesOfPlaces(db);
  const settlementsFor = settlementsOnDemand(loadSettlements);
  const withPublicKeys = new Set(
    (
      await run<{ id: number }>(sql`select i.id from incidents i join datasets d on d.id = i.dataset_id where d.public_identifiers`)
    ).map(({ id }) => id),
  );
  await rewriteRecord(
    transaction,
    rewritten,
    async (portion) => {
      const drafts = portion.map((one) => change(one, known));
      const settlements = await settlementsFor(drafts);
      return portion.map((one, at) => {
        const draft = settlements ? withheld(withExactPoint(drafts[at]!), settlements) : drafts[at]!;
        const sensitive = isSensitive(draft);
        const region = draft.region === null ? null : (known.regions.get(draft.region)?.name ?? null);
        const public_identifiers = withPublicKeys.has(one.id);
        const public_key = publicKey(one.source_key, { sensitive, public_identifiers });
        const { people: _people, weapons: _weapons, sources, ...values } = draft;
        const search_text = searchTextOf(draft, { ...one, region, public_key });
        return {
          values: {
            ...values,
            sensitive,
            public_key,
            search_text,
            content_hash: contentHash(draft, [one.location, region, public_identifiers]),
          },
          sources: sources.map((source) => ({ ...source })),
        };
      });
    },
    portionSize,
    which,
  );
}

/**
 * Applies the rules of publication to what an earlier version has on record: part of the migration that introduced them. What was listed is
 * not known any more, so only made-up data and our list of media count as listed; the next import of the same files brings back what is
 * listed there. The point is known to be harmless only in data of one type, and in made-up data.
 * @param loadSettlements called where an incident is sensitive
 */
export async function closeTexts(
  transaction: Transaction,
  loadSettlements: (() => Promise<Settlements>) | undefined,
  portionSize?: number,
): Promise<void> {
  await withholdAgain(transaction, loadSettlements, portionSize, closed);
  await transaction.run(sql`
    insert into public_texts (dataset_id, field, text, listed)
    select distinct i.dataset_id, 'type_as_reported', part, true
    from incidents i, lateral regexp_split_to_table(i.type_as_reported, '; ') part
    union
    select i.dataset_id, 'publisher', one, true
    from incidents i join sources s on s.incident_id = i.id, lateral unnest(array[s.publisher, substring(s.url from '^https?://(?:www[.])?([^/?#:]*)')]) one
    where one is not null
    on conflict do nothing`);
}

/** What is known of whole formats. */
const bases: Readonly<Record<string, PointBasis>> = { demo: 'mapped_type', 'ucdp-ged': 'published_point' };

function draftOf({ source_key, record }: Recorded): IncidentDraft {
  return { ...nothingReported, ...record, source_key };
}

function closed(one: Recorded, known: EarlierPlaces): IncidentDraft {
  const { format } = one;
  const draft = withKnownPlace(withPartOfDay(draftOf(one)), known);
  const reported = joinedParts([...reportedParts(draft.type_as_reported), ...reportedParts(draft.withheld_type)]);
  // Nobody has said what its words mean.
  const point_basis = draft.point_basis ?? bases[format ?? ''] ?? (reported === null ? null : 'sensitive');
  if (format === 'demo') return { ...draft, point_basis, type_as_reported: reported };
  return {
    ...draft,
    point_basis,
    type_as_reported: null,
    withheld_type: reported,
    sources: draft.sources.map((source) => {
      const publisher = source.publisher ?? source.withheld_publisher ?? null;
      const url = source.url ?? source.withheld_url ?? null;
      const named = publisher === null ? undefined : medium(publisher);
      const host = url === null ? null : publisherOfLink(url);
      const isLinked = host !== null && medium(host) !== undefined;
      return {
        ...source,
        publisher: named ?? null,
        withheld_publisher: named === undefined ? publisher : null,
        url: isLinked ? url : null,
        withheld_url: isLinked ? null : url,
      };
    }),
  };
}

/** With a place that the gazetteer has, or none: earlier versions kept others too. */
export function withKnownPlace(draft: IncidentDraft, known: EarlierPlaces): IncidentDraft {
  if (draft.place === null || known.isPlace(draft.place, draft.country)) return draft;
  return { ...draft, place: null, withheld_place: draft.place };
}
