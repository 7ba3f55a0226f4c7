import { type SQL, sql } from 'drizzle-orm';
import type { SettlementRanking } from '@monitor/contract';
import { areaAround, hasArea, type Box, type Filter, type Measure, placedNames, recordOf } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { inRingAt, type SelectionOptions } from '../filter/in-area.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import type { RunStatement } from '../connection/statements.ts';
import { placedMissing, readAmounts } from '../numbers/measure-amounts.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents, places } from '../schema/tables.ts';

export interface WantedSettlements {
  readonly measure: Measure;
  /** Settlements that are listed, at most. */
  readonly limit: number;
  /** Whether to count how many settlements have each amount. */
  readonly spread?: boolean;
}

type Ranked = Omit<SettlementRanking['settlements'][number], 'bbox'> & { readonly box: Box | readonly null[] };

interface Ranking {
  readonly ranked: readonly Ranked[] | null;
  readonly settlements: number;
  readonly counted: SettlementRanking['elsewhere'];
  readonly elsewhere: SettlementRanking['elsewhere'];
  readonly counts: NonNullable<SettlementRanking['spread']>['counts'] | null;
  readonly locations: readonly string[] | null;
}

const zeros = recordOf(placedNames, () => 0);
const nothing = { incidents: 0, ...zeros, notReported: zeros };

/**
 * The settlements of the published incidents that a filter selects, those with most of a measure first. A settlement is what incidents
 * name as their place and the gazetteer knows by that name in their location; what withholding has taken from a record counts elsewhere.
 */
export async function rankSettlements(
  database: Database,
  filter: Filter,
  { measure, limit, spread = false }: WantedSettlements,
  { findInRing, ...options }: SnapshotOptions & SelectionOptions = {},
): Promise<SettlementRanking> {
  return readSnapshot(database, options, async (statements) => {
    const { db, run } = statements;
    const datasetVersion = await versionOfSnapshot(db);
    const where = await incidentWhere(statements, filter, inRingAt(datasetVersion, findInRing));
    const amounts = await readAmounts(statements, [measure], filter);
    const { place, region, country, lon, lat, killed, injured } = incidents;
    const [found] = await run<Ranking>(sql`
      with named as (
        select ${place} as name, ${region} as region, ${country} as country, count(*) as incidents,
          ${amounts.sumOf(measure)} as amount, coalesce(sum(${killed}), 0)::bigint as killed,
          coalesce(sum(${injured}), 0)::bigint as injured, ${placedMissing(measure, amounts)}, min(${lon}) as west, min(${lat}) as south, max(${lon}) as east, max(${lat}) as north
        from ${incidents} ${amounts.joins}
        where ${where}
        group by ${place}, ${region}, ${country}
      ), known as (
        select named.*, exists (
          select from ${places} where ${places.jurisdiction} = named.country and ${places.name} = named.name
        ) as is_settlement
        from named
      ), ranked as (
        select name, region, country, incidents, amount, killed, injured,
          json_build_object('amount', "amountMissing", 'killed', "killedMissing", 'injured', "injuredMissing") as "notReported",
          json_build_array(west, south, east, north) as box
        from known
        where is_settlement and amount > 0
        order by amount desc, incidents desc, country, region, name
        limit ${limit}
      )
      select
        (select json_agg(ranked) from ranked) as ranked,
        count(*) filter (where is_settlement and amount > 0)::integer as settlements,
        ${sumsWhere(sql`is_settlement and amount > 0`)} as counted,
        ${sumsWhere(sql`not is_settlement`)} as elsewhere,
        ${spread ? countsOfAmounts : sql`null`} as counts,
        array_agg(distinct country) as locations
      from known`);
    const { ranked, settlements = 0, counted = nothing, elsewhere = nothing, counts, locations } = found ?? {};
    return {
      datasetVersion,
      settlements: (ranked ?? []).map(({ box, ...rest }) => ({ ...rest, bbox: isBox(box) ? areaAround(...box) : null })),
      inSettlements: { settlements, ...counted },
      elsewhere,
      ...(spread && { spread: { counts: counts ?? [], known: await countKnown(run, filter, locations ?? []) } }),
    };
  });
}

/** What the known places that meet a condition have together. */
function sumsWhere(condition: SQL): SQL {
  const sum = (column: SQL) => sql`coalesce(sum(${column}) filter (where ${condition}), 0)::bigint`;
  return sql`json_build_object(
    'incidents', ${sum(sql`incidents`)}, 'amount', ${sum(sql`amount`)}, 'killed', ${sum(sql`killed`)}, 'injured', ${sum(sql`injured`)},
    'notReported', json_build_object(
      'amount', ${sum(sql`"amountMissing"`)}, 'killed', ${sum(sql`"killedMissing"`)}, 'injured', ${sum(sql`"injuredMissing"`)}
    )
  )`;
}

/** How many settlements have each amount. A settlement whose incidents name several regions is several. */
const countsOfAmounts = sql`(
  select json_agg(json_build_object('amount', amount, 'settlements', settlements) order by amount desc)
  from (select amount, count(*) as settlements from known where is_settlement and amount > 0 group by amount) as counted
)`;

/** Settlements of the gazetteer where the filter can select incidents; null if it selects an area, whose settlements are not known by name. */
async function countKnown(run: RunStatement, filter: Filter, locations: readonly string[]): Promise<number | null> {
  if (hasArea(filter)) return null;
  const ofRegions = filter.region === undefined ? sql`true` : sql`${places.region} = any(${sql.param(filter.region)}::text[])`;
  const [row] = await run<{ known: number }>(sql`
    select count(distinct (${places.jurisdiction}, ${places.region}, ${places.name}))::integer as known
    from ${places} where ${places.jurisdiction} = any(${sql.param(locations)}::text[]) and ${ofRegions}`);
  return row?.known ?? 0;
}

function isBox(box: Box | readonly null[]): box is Box {
  return box[0] !== null;
}

/** What the gazetteer of the database has of settlements. */
export interface SettlementFacts {
  /** Places by whose names published incidents are ranked. */
  readonly named: readonly { readonly country: string; readonly name: string }[];
  /** How many settlements each region of the locations of published incidents has; the code of the region is empty for those of none. */
  readonly known: readonly { readonly country: string; readonly region: string; readonly settlements: number }[];
}

export async function readSettlementFacts(database: Database, options: SnapshotOptions = {}): Promise<SettlementFacts> {
  return readSnapshot(database, options, async ({ run }) => ({
    named: await run<SettlementFacts['named'][number]>(sql`
      select distinct ${incidents.country} as country, ${incidents.place} as name from ${incidents}
      where ${incidents.published} and exists (
        select from ${places} where ${places.jurisdiction} = ${incidents.country} and ${places.name} = ${incidents.place}
      )`),
    known: await run<SettlementFacts['known'][number]>(sql`
      select ${places.jurisdiction} as country, coalesce(${places.region}, '') as region, count(distinct ${places.name})::integer as settlements
      from ${places} where ${places.jurisdiction} in (select distinct country from incidents where published)
      group by 1, 2`),
  }));
}
