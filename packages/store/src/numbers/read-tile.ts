import { type SQL, sql } from 'drizzle-orm';
import {
  drawTile,
  type Filter,
  incidentTypes,
  type IncidentType,
  type LoneIncident,
  type Measure,
  partSize,
  pointSize,
  type TileAddress,
  type TileAnswer,
  TileCircle,
  type TileMarks,
  tileRules,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type SnapshotOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement } from '../connection/statements.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';
import { type MeasureAmounts, placedMissing, type PlacedMissing, readAmounts } from './measure-amounts.ts';

export interface TileAtVersion extends TileAnswer {
  readonly datasetVersion: number;
}

export interface TileOptions extends SnapshotOptions {
  /** What the amounts of the tile count; incidents if left out. */
  readonly measure?: Measure;
  /** Circles if left out. */
  readonly marks?: TileMarks;
}

/**
 * What one map tile shows of a filter. The tiles of a zoom divide the earth without overlap (half-open edges), so that each
 * incident with a public point is counted in exactly one of them.
 */
export async function readTile(
  database: Database,
  filter: Filter,
  tile: TileAddress,
  { measure = 'incidents', marks = 'circles', ...options }: TileOptions = {},
): Promise<TileAtVersion> {
  return readSnapshot(database, options, async (statements) => {
    const { db, run } = statements;
    const datasetVersion = await versionOfSnapshot(db);
    const where = await incidentWhere(statements, filter);
    const byPosition = await showsPositions(run, where, tile);
    const square = byPosition ? 1 : marks === 'circles' ? tileRules.placeSquare : tileRules.finePoint;
    const amounts = await readAmounts(statements, [measure], filter);
    const gathered = await gather(run, where, tile, square, { measure, amounts });
    const incidentsOnTile = gathered.reduce((sum, { count }) => sum + count, 0);
    const size = marks === 'circles' ? partSize(tile.z, incidentsOnTile) : pointSize(incidentsOnTile);
    const parts = partsOf(gathered, square, byPosition ? 1 : size);
    return { datasetVersion, ...drawTile(parts, byPosition || marks !== 'circles', { measure, marks }, (at) => gathered[at]!) };
  });
}

/** Whether each position is drawn apart. Counts no further than the limit. */
async function showsPositions(run: RunStatement, where: SQL, tile: TileAddress): Promise<boolean> {
  if (tile.z < tileRules.positionsFromZoom) return false;
  const { x, y } = unitsOf(tile);
  const [{ count } = { count: 0 }] = await run<{ count: number }>(sql`
    select count(*) as count from (
      select distinct ${x}, ${y}, ${incidents.country} from ${incidents} where ${isOn(where, tile)} limit ${tileRules.mostPositions + 1}
    ) as counted`);
  return count <= tileRules.mostPositions;
}

/** Incidents of one location and type in one square of a tile. */
interface GatheredIncidents extends LoneIncident, PlacedMissing {
  /** Number of the square from the west and from the north. */
  readonly column: number;
  readonly row: number;
  readonly country: string;
  readonly type: IncidentType;
  readonly count: number;
  readonly killed: number;
  readonly injured: number;
  /** What the measure counts. */
  readonly amount: number;
  /** Sums of the positions in tile units. */
  readonly x: number;
  readonly y: number;
  /** The least ranked place. */
  readonly rank: number;
  /** Bounds in degrees. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * The parts of a tile, or the positions on it, by location. Their incidents are known by position in the list.
 * @param square side of the squares that incidents are gathered by, in tile units
 * @param size of a part
 */
function partsOf(gathered: readonly GatheredIncidents[], square: number, size: number): TileCircle[] {
  const circles = new Map<string, TileCircle>();
  for (const [at, { country, type, count, killed, injured, amount, x, y, rank, ...where }] of gathered.entries()) {
    const [column, row] = [where.column, where.row].map((squares) => Math.floor((squares * square) / size)) as [number, number];
    const key = `${column},${row},${country}`;
    const middle = { x: (column + 0.5) * size, y: (row + 0.5) * size };
    const circle = circles.get(key) ?? new TileCircle(country, middle);
    circles.set(key, circle);
    circle.add(count, killed, injured, incidentTypes.indexOf(type), amount);
    circle.addMissing(where.killedMissing, where.injuredMissing, where.amountMissing);
    circle.x += x;
    circle.y += y;
    circle.pass(rank);
    circle.incident = at;
    circle.reach(microdegrees(where.west), microdegrees(where.south), microdegrees(where.east), microdegrees(where.north));
  }
  return [...circles.values()];
}

function microdegrees(degrees: number): number {
  return Math.round(degrees * 1e6);
}

/** Sums by square of this many units, location and type, with one of the incidents of each. */
async function gather(
  run: RunStatement,
  where: SQL,
  tile: TileAddress,
  size: number,
  { measure, amounts }: { readonly measure: Measure; readonly amounts: MeasureAmounts },
): Promise<GatheredIncidents[]> {
  const { x, y } = unitsOf(tile);
  return run<GatheredIncidents>(sql`
    select units.x / ${size}::integer as "column", units.y / ${size}::integer as row, ${incidents.country}, ${incidents.type}, count(*) as count,
      coalesce(sum(${incidents.killed}), 0)::bigint as killed, coalesce(sum(${incidents.injured}), 0)::bigint as injured,
      ${amounts.sumOf(measure)} as amount, ${placedMissing(measure, amounts)},
      sum(units.x)::bigint as x, sum(units.y)::bigint as y, min(${rankOf(sql`units.x`, sql`units.y`)}) as rank,
      min(${incidents.lon}) as west, min(${incidents.lat}) as south, max(${incidents.lon}) as east, max(${incidents.lat}) as north,
      min(${incidents.public_id}) as id, min(${incidents.occurred_on}) as occurred_on
    from ${incidents} ${amounts.joins} cross join lateral (select ${x} as x, ${y} as y) as units
    where ${isOn(where, tile)}
    group by 1, 2, ${incidents.country}, ${incidents.type}`);
}

/** The ranked place of an incident, as in the domain. */
function rankOf(x: SQL, y: SQL): SQL {
  const { extent, placeSquare } = tileRules;
  const off = (unit: SQL) => sql`power(2 * (${unit} % ${placeSquare}::integer) + 1 - ${placeSquare}::integer, 2)::bigint`;
  return sql`((${off(x)} + ${off(y)}) * ${extent}::bigint + ${x}) * ${extent}::bigint + ${y}`;
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
