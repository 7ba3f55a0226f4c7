import { latLngToCell } from 'h3-js';
import { sql } from 'drizzle-orm';
import {
  finestLevel,
  type Filter,
  type Hexagon,
  type HexagonAnswer,
  hexagonsUpTo,
  type Measure,
  placedNames,
  type PlacedName,
  type PlacePrecision,
  recordOf,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type SnapshotOptions, readSnapshot } from '../connection/read-snapshot.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';
import { placedMissing, type PlacedMissing, readAmounts } from './measure-amounts.ts';

type Point = Pick<Hexagon, 'incidents' | PlacedName> &
  PlacedMissing & { readonly lon: number; readonly lat: number; readonly precisions: readonly PlacePrecision[] };

/** The published incidents of a filter by hexagon. @param wanted level; the answer says which it has */
export async function readHexagons(
  database: Database,
  filter: Filter,
  { measure, wanted, ...options }: SnapshotOptions & { readonly measure: Measure; readonly wanted: number },
): Promise<HexagonAnswer & { readonly datasetVersion: number }> {
  return readSnapshot(database, options, async (statements) => {
    const { db, run } = statements;
    const datasetVersion = await versionOfSnapshot(db);
    const amounts = await readAmounts(statements, [measure], filter);
    // As in the cube, to six decimals.
    const points = await run<Point>(sql`
      select round(${incidents.lon}::numeric, 6)::double precision as lon, round(${incidents.lat}::numeric, 6)::double precision as lat,
        count(*)::integer as incidents, coalesce(sum(${incidents.killed}), 0)::bigint as killed,
        coalesce(sum(${incidents.injured}), 0)::bigint as injured, ${amounts.sumOf(measure)} as amount,
        ${placedMissing(measure, amounts)},
        array_agg(distinct ${incidents.place_precision}) as precisions
      from ${incidents} ${amounts.joins}
      where ${await incidentWhere(statements, filter)} and ${incidents.lon} is not null
      group by 1, 2`);
    const precisions = new Set(points.flatMap((point) => point.precisions));
    return { datasetVersion, ...(await hexagonsUpTo(wanted, finestLevel(precisions), (level) => gather(points, level))) };
  });
}

function gather(points: readonly Point[], level: number): Hexagon[] {
  const sums = new Map<string, Hexagon>();
  for (const { lon, lat, ...point } of points) {
    const cell = latLngToCell(lat, lon, level);
    const sum = sums.get(cell);
    sums.set(cell, {
      cell,
      incidents: (sum?.incidents ?? 0) + point.incidents,
      ...recordOf(placedNames, (name) => (sum?.[name] ?? 0) + point[name]),
      notReported: recordOf(placedNames, (name) => (sum?.notReported[name] ?? 0) + point[`${name}Missing`]),
    });
  }
  return [...sums.values()];
}
