import { type SQL, sql } from 'drizzle-orm';
import {
  drawTile,
  type Filter,
  incidentTypes,
  type IncidentType,
  type LoneIncident,
  type TileAddress,
  type TileAnswer,
  TileCircle,
  tileRules,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement } from '../connection/statements.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';

export interface TileAtVersion extends TileAnswer {
  readonly datasetVersion: number;
}

/**
 * What one map tile shows of a filter. The tiles of a zoom divide the earth without overlap (half-open edges), so that each
 * incident with a public point is counted in exactly one of them.
 */
export async function readTile(
  database: Database,
  filter: Filter,
  tile: TileAddress,
  options: QueryOptions = {},
): Promise<TileAtVersion> {
  return readSnapshot(database, options, async ({ db, run }) => {
    const datasetVersion = await versionOfSnapshot(db);
    const where = await incidentWhere(db, filter);
    const byPosition = await showsPositions(run, where, tile);
    const gathered = await gather(run, where, tile, byPosition ? 1 : tileRules.extent / tileRules.cells);
    return { datasetVersion, ...drawTile(circlesOf(gathered), byPosition, (at) => gathered[at]!) };
  });
}

/** Whether each position is drawn apart. Counts no further than the limit. */
async function showsPositions(run: RunStatement, where: SQL, tile: TileAddress): Promise<boolean> {
  if (tile.z < tileRules.fewFromZoom) return false;
  const all = tile.z >= tileRules.positionsFromZoom;
  const { x, y } = unitsOf(tile);
  const what = all ? sql`distinct ${x}, ${y}, ${incidents.country}` : sql``;
  const limit = all ? tileRules.mostPositions : tileRules.few;
  const [{ count } = { count: 0 }] = await run<{ count: number }>(sql`
    select count(*) as count from (select ${what} from ${incidents} where ${isOn(where, tile)} limit ${limit + 1}) as counted`);
  return count <= limit;
}

/** Incidents of one location and type in one square of a tile. */
interface GatheredIncidents extends LoneIncident {
  /** Number of the square from the west and from the north. */
  readonly column: number;
  readonly row: number;
  readonly country: string;
  readonly type: IncidentType;
  readonly count: number;
  readonly killed: number;
  readonly injured: number;
  /** Sums of the positions in tile units. */
  readonly x: number;
  readonly y: number;
  /** Bounds in degrees. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The circles of a tile. Their incidents are known by position in the list. */
function circlesOf(gathered: readonly GatheredIncidents[]): TileCircle[] {
  const circles = new Map<string, TileCircle>();
  for (const [at, { column, row, country, type, count, killed, injured, x, y, west, south, east, north }] of gathered.entries()) {
    const key = `${column},${row},${country}`;
    const circle = circles.get(key) ?? new TileCircle(country);
    circles.set(key, circle);
    circle.add(count, killed, injured, incidentTypes.indexOf(type));
    circle.x += x;
    circle.y += y;
    circle.incident = at;
    circle.reach(microdegrees(west), microdegrees(south), microdegrees(east), microdegrees(north));
  }
  return [...circles.values()];
}

function microdegrees(degrees: number): number {
  return Math.round(degrees * 1e6);
}

/** Sums by square of this many units, location and type, with one of the incidents of each. */
async function gather(run: RunStatement, where: SQL, tile: TileAddress, size: number): Promise<GatheredIncidents[]> {
  const { x, y } = unitsOf(tile);
  return run<GatheredIncidents>(sql`
    select units.x / ${size}::integer as "column", units.y / ${size}::integer as row, ${incidents.country}, ${incidents.type}, count(*) as count,
      coalesce(sum(${incidents.killed}), 0)::bigint as killed, coalesce(sum(${incidents.injured}), 0)::bigint as injured,
      sum(units.x)::bigint as x, sum(units.y)::bigint as y,
      min(${incidents.lon}) as west, min(${incidents.lat}) as south, max(${incidents.lon}) as east, max(${incidents.lat}) as north,
      min(${incidents.public_id}) as id, min(${incidents.occurred_on}) as occurred_on
    from ${incidents} cross join lateral (select ${x} as x, ${y} as y) as units
    where ${isOn(where, tile)}
    group by 1, 2, ${incidents.country}, ${incidents.type}`);
}

/** The tile's part of the Web Mercator square. Its edges are sums of powers of two, which are exact. */
function isOn(where: SQL, { z, x, y }: TileAddress): SQL {
  const side = 2 ** -z;
  return sql`${where}
    and ${incidents.mercator_x} >= ${x * side}::double precision and ${incidents.mercator_x} < ${(x + 1) * side}::double precision
    and ${incidents.mercator_y} >= ${y * side}::double precision and ${incidents.mercator_y} < ${(y + 1) * side}::double precision`;
}

/** Where an incident lies on the tile, in whole units. */
function unitsOf({ z, x, y }: TileAddress): { x: SQL; y: SQL } {
  const { extent } = tileRules;
  const units = 2 ** z * extent;
  const within = (mercator: SQL, tile: number) =>
    sql`(floor(${mercator} * ${units}::double precision) - ${tile * extent}::double precision)::integer`;
  return { x: within(sql`${incidents.mercator_x}`, x), y: within(sql`${incidents.mercator_y}`, y) };
}
