import { type IncidentDraft, isSensitive, nothingReported, partOfDayOf, type Settlements, withheld } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '../connection/copy.ts';
import { DatabaseError } from '../connection/database-error.ts';
import type { Transaction } from '../connection/transaction.ts';
import { contentHash } from '../import/content.ts';
import { searchTextOf } from './search-texts.ts';

/* Names as in 0013_part_of_day.sql: later migrations come after this has run. */

/** Columns that are calculated again, with their types. */
const columns = {
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
} as const;
const columnNames = Object.keys(columns) as (keyof typeof columns)[];
const sourceNames = ['kind', 'publisher', 'url', 'published_on', 'language'] as const;

interface Recorded {
  readonly id: number;
  readonly public_id: string;
  readonly source_key: string;
  readonly region: string | null;
  readonly location: string;
  readonly record: Omit<IncidentDraft, 'source_key'>;
}

/**
 * Changes every incident on record to what an import of the same content now writes, so that the next import changes nothing: decides
 * which are sensitive, adds the parts of the day, and removes what could expose a person. Part of the migration that introduced this.
 * @param loadSettlements called where an incident is sensitive
 */
export async function withholdDetails(
  transaction: Transaction,
  loadSettlements: (() => Promise<Settlements>) | undefined,
  portionSize = 1_000,
): Promise<void> {
  const { run } = transaction;
  const texts = sql.raw(columnNames.map((name) => `${name} ${columns[name]}`).join(', '));
  await run(sql`
    create temp table fresh_incidents (id bigint primary key, ${texts}) on commit drop;
    create temp table fresh_sources (incident_id bigint, position smallint, ${sql.raw(sourceNames.map((name) => `${name} text`).join(', '))})
      on commit drop;
    create temp table linked (incident_id bigint primary key) on commit drop`);
  let settlements: Settlements | undefined;
  for (let last = 0; ;) {
    const portion = await run<Recorded>(sql`
      select i.id, i.public_id, i.source_key, r.name as region, j.name as location, incident_record(i.id) as record
      from incidents i join jurisdictions j on j.code = i.country left join regions r on r.code = i.region
      where i.id > ${last}
      order by i.id
      limit ${portionSize}`);
    const drafts = portion.map(({ source_key, record }) => withPartOfDay({ ...nothingReported, ...record, source_key }));
    if (settlements === undefined && drafts.some(isSensitive)) settlements = await loadOrThrow(loadSettlements);
    const fresh = portion.map((one, index) => {
      const draft = drafts[index]!;
      return { one, draft: settlements ? withheld(withExactPoint(draft), settlements) : draft, sources: draft.sources };
    });
    await copyInto(
      transaction,
      'fresh_incidents',
      fresh.map(({ one, draft }) => {
        // As it was then; 0016_identifiers_of_sources.sql comes after this.
        const search_text = searchTextOf(draft, one, { public_identifiers: true });
        const row = { ...draft, sensitive: isSensitive(draft), search_text, content_hash: contentHash(draft, search_text) };
        return copyLine([one.id, ...columnNames.map((name) => row[name])]);
      }),
    );
    const relinked = fresh.filter(
      ({ draft, sources }) =>
        draft.sources.length < sources.length || sources.some(({ url }, at) => url !== draft.sources[at]?.url),
    );
    await copyInto(
      transaction,
      'linked',
      relinked.map(({ one }) => copyLine([one.id])),
    );
    await copyInto(
      transaction,
      'fresh_sources',
      relinked.flatMap(({ one, draft }) =>
        draft.sources.map((source, index) => copyLine([one.id, index + 1, ...sourceNames.map((name) => source[name])])),
      ),
    );
    if (portion.length < portionSize) break;
    last = portion.at(-1)?.id ?? last;
  }
  // Each statement raises the dataset version once.
  await run(sql`
    update incidents i set ${sql.raw(columnNames.map((name) => `${name} = f.${name}`).join(', '))} from fresh_incidents f where f.id = i.id;
    delete from sources where incident_id in (select incident_id from linked);
    insert into sources (incident_id, position, kind, publisher, url, published_on, language)
    select incident_id, position, kind, publisher, url, published_on::date, language from fresh_sources order by incident_id, position;
    update revisions r set previous = without_details(r.previous)
    from incidents i
    where i.id = r.incident_id and i.sensitive and r.previous is not null`);
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

async function loadOrThrow(load: (() => Promise<Settlements>) | undefined): Promise<Settlements> {
  if (load === undefined)
    throw new DatabaseError('Sensitive incidents are on record, and no settlements are given to coarsen them to.');
  return load();
}
