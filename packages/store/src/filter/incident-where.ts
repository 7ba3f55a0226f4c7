import { and, type Column, or, type SQL, sql } from 'drizzle-orm';
import {
  type Box,
  type Filter,
  maskOf,
  outcomes,
  relationships,
  type Ring,
  sexes,
  sourceKinds,
  victimPairMask,
  wantedWords,
  weaponPairMask,
} from '@monitor/domain';
import { datasets, incidents } from '../schema/tables.ts';
import { isSimple } from './ring-shape.ts';

/**
 * The one translation of a filter into SQL, for use in WHERE with `incidents` under its own name. What it means is defined by
 * `meetsFilter` of the domain, and tests hold the two together. All values are parameters, lists are arrays.
 */
export function incidentWhere(filter: Filter): SQL {
  return and(
    sql`${incidents.published}`,
    ...periodConditions(filter),
    ...codeConditions(filter),
    ...maskConditions(filter),
    hasWords(filter.q),
    filter.min_victims === undefined
      ? undefined
      : sql`coalesce(${incidents.killed}, 0)::bigint + coalesce(${incidents.injured}, 0) >= ${filter.min_victims}`,
    filter.bbox && inBox(filter.bbox),
    filter.within && inRing(filter.within),
  ) as SQL;
}

function periodConditions({ from, to }: Filter): (SQL | undefined)[] {
  return [
    from === undefined ? undefined : sql`${incidents.occurred_on} >= ${from}`,
    to === undefined ? undefined : sql`${incidents.occurred_on} <= ${to}`,
  ];
}

function codeConditions(filter: Filter): (SQL | undefined)[] {
  const isAmong = (column: Column, codes: readonly string[] | undefined) => codes && sql`${column} = any(${sql.param(codes)})`;
  return [
    isAmong(incidents.country, filter.country),
    isAmong(incidents.region, filter.region),
    isAmong(incidents.type, filter.type),
    isAmong(incidents.subtype, filter.subtype),
    isAmong(incidents.setting, filter.setting),
    isAmong(incidents.urbanity, filter.urbanity),
    isAmong(incidents.place_precision, filter.precision),
    filter.dataset &&
      sql`${incidents.dataset_id} = any(array(select ${datasets.id} from ${datasets} where ${isAmong(datasets.slug, filter.dataset)}))`,
  ];
}

function maskConditions(filter: Filter): (SQL | undefined)[] {
  const meets = (column: Column, mask: number | undefined) => (mask === undefined ? undefined : sql`(${column} & ${mask}) <> 0`);
  const weapon = filter.weapon || filter.legal ? weaponPairMask(filter.weapon, filter.legal) : undefined;
  const victim = filter.victim_sex || filter.victim_age ? victimPairMask(filter.victim_sex, filter.victim_age) : undefined;
  return [
    meets(incidents.weapon_mask, weapon),
    meets(incidents.victim_mask, victim),
    meets(incidents.outcome_mask, filter.outcome && maskOf(outcomes, filter.outcome)),
    meets(incidents.perpetrator_mask, filter.perpetrator_sex && maskOf(sexes, filter.perpetrator_sex)),
    meets(incidents.relationship_mask, filter.relationship && maskOf(relationships, filter.relationship)),
    meets(incidents.source_mask, filter.source && maskOf(sourceKinds, filter.source)),
  ];
}

/** The search text is words with a space before each; words hold no signs that a pattern gives a meaning to. */
export function hasWords(text: string | undefined): SQL | undefined {
  const wanted = wantedWords(text ?? '');
  return or(...wanted.map((words) => and(...words.map((word) => sql`${incidents.search_text} like ${`% ${word}%`}`))));
}

/** Edges included. A box whose west is greater than its east goes across the antimeridian. */
function inBox([west, south, east, north]: Box): SQL {
  const { lon, lat } = incidents;
  const between = west <= east ? sql`${lon} between ${west} and ${east}` : sql`(${lon} >= ${west} or ${lon} <= ${east})`;
  return sql`(${between} and ${lat} between ${south} and ${north})`;
}

/**
 * By the even-odd rule. PostgreSQL's own polygons, which are much faster, go by winding number instead; the two agree for a ring
 * that does not cross itself. Points within a millionth of a degree of an edge may fall on either side.
 */
function inRing(ring: Ring): SQL {
  const { lon, lat } = incidents;
  const lons = ring.map((corner) => corner[0]);
  const lats = ring.map((corner) => corner[1]);
  const near = inBox([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
  if (isSimple(ring)) {
    const polygon = `(${ring.map(([x, y]) => `(${x},${y})`).join(',')})`;
    // Not evaluated before the box, which is cheap, since AND keeps the order of equal costs.
    return sql`(${near} and ${polygon}::polygon @> point(${lon}, ${lat}))`;
  }
  const following = (values: readonly number[]) => [...values.slice(1), ...values.slice(0, 1)];
  const numbers = (values: readonly number[]) => sql`${sql.param(values)}::double precision[]`;
  return sql`(${near} and (
    select count(*) % 2 = 1
    from unnest(${numbers(lons)}, ${numbers(lats)}, ${numbers(following(lons))}, ${numbers(following(lats))}) as side (x1, y1, x2, y2)
    where (y1 > ${lat}) <> (y2 > ${lat}) and ${lon} < (x2 - x1) * (${lat} - y1) / (y2 - y1) + x1
  ))`;
}
