import { sql } from 'drizzle-orm';
import { type ExactPoints, type Filter, mostPoints, pointColumns } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type SnapshotOptions, readSnapshot } from '../connection/read-snapshot.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';

interface Counts {
  readonly incidents: number;
  readonly without_point: number;
  readonly settlement: number;
  readonly without_day: number;
}

interface Point {
  readonly lon: number;
  readonly lat: number;
  readonly day: number;
}

/** The exact points of the incidents that a filter selects, with their days, and how many incidents have none; of one snapshot. */
export async function readExactPoints(
  database: Database,
  filter: Filter,
  options: SnapshotOptions = {},
): Promise<ExactPoints & { readonly datasetVersion: number }> {
  return readSnapshot(database, options, async (statements) => {
    const { db, run } = statements;
    const { lon, lat, place_precision, date_precision, occurred_on } = incidents;
    const where = await incidentWhere(statements, filter);
    const located = sql`(${lon} is not null and ${lat} is not null)`;
    const exact = sql`(${located} and ${place_precision} = 'exact')`;
    const point = sql`(${exact} and ${date_precision} = 'day')`;
    const [counts] = await run<Counts>(sql`
      select count(*)::integer as incidents, (count(*) filter (where not ${located}))::integer as without_point,
        (count(*) filter (where ${located} and not ${exact}))::integer as settlement,
        (count(*) filter (where ${exact} and not ${point}))::integer as without_day
      from ${incidents} where ${where}`);
    const points = await run<Point>(sql`
      select ${lon} as lon, ${lat} as lat, ${occurred_on} - date '1970-01-01' as day
      from ${incidents} where ${where} and ${point} limit ${mostPoints + 1}`);
    return {
      datasetVersion: await versionOfSnapshot(db),
      incidents: counts?.incidents ?? 0,
      leftOut: {
        withoutPoint: counts?.without_point ?? 0,
        settlement: counts?.settlement ?? 0,
        withoutDay: counts?.without_day ?? 0,
      },
      points: points.length > mostPoints ? null : pointColumns(points),
    };
  });
}
