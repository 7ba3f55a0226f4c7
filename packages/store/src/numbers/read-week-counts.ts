import { max, min, sql } from 'drizzle-orm';
import {
  codesIn,
  type DatasetDays,
  dateOfDay,
  type FieldValue,
  fieldOf,
  type LocationWeeks,
  type Period,
  seriesKinds,
  type WeekCounts,
  weekAt,
  weeklyPrecisions,
  weeksToCount,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement, Statements } from '../connection/statements.ts';
import { columnOf, readNumbered } from '../filter/dimension-columns.ts';
import { selectDatasets } from '../records/read-datasets.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';

/**
 * Incidents by location, kind of series and week, of one snapshot: what the cube counts, in one scan for each dimension.
 * @param wanted weeks before the end of the data at most
 */
export async function readWeekCounts(database: Database, wanted: number, options: QueryOptions = {}): Promise<WeekCounts> {
  return readSnapshot(database, options, async (statements) => {
    const { db } = statements;
    const datasetVersion = await versionOfSnapshot(db);
    const datasets = (await selectDatasets(statements)).flatMap(({ from, to, coverage }): DatasetDays[] =>
      from === null || to === null ? [] : [{ from, to, coverage }],
    );
    const [covered] = await db
      .select({ from: min(incidents.occurred_on), to: max(incidents.occurred_on) })
      .from(incidents)
      .where(sql`${incidents.published}`);
    const { from = null, to = null } = covered ?? {};
    const weeks = from === null || to === null ? undefined : weeksToCount({ from, to }, wanted);
    const none = { datasetVersion, from: from ?? dateOfDay(0), weeks: 0, locations: [], datasets };
    return weeks ? { ...none, ...weeks, locations: await countLocations(statements, weeks) } : none;
  });
}

interface CountedWeek {
  readonly country: string;
  readonly value: FieldValue;
  readonly week: number;
  readonly incidents: number;
}

async function countLocations({ db, run }: Statements, { from, weeks }: { from: string; weeks: number }): Promise<LocationWeeks[]> {
  const days = { from, to: weekAt(from, weeks - 1).to };
  const byCountry = new Map<string, number[][]>();
  const ofCountry = (country: string) => {
    const counts = byCountry.get(country) ?? seriesKinds.map(() => Array.from({ length: weeks }, () => 0));
    byCountry.set(country, counts);
    return counts;
  };
  for (const { country } of await run<{ country: string }>(
    sql`select distinct ${incidents.country} as country from ${incidents} where ${incidents.published}`,
  ))
    ofCountry(country);
  const nameOf = await readNumbered(db);
  for (const dimension of ['type', 'weapon'] as const) {
    const field = fieldOf(dimension);
    for (const one of await countWeeksBy(run, dimension, days)) {
      const codes: readonly string[] = codesIn(dimension, nameOf(field, one.value));
      for (const [at, kind] of seriesKinds.entries())
        if (kind.dimension === dimension && codes.some((code) => kind.codes.includes(code)))
          ofCountry(one.country)[at]![one.week]! += one.incidents;
    }
  }
  return [...byCountry]
    .map(([country, counts]) => ({ country, counts }))
    .toSorted((one, other) => (one.country < other.country ? -1 : 1));
}

/** Incidents by location, what the field of a dimension holds, and week. */
async function countWeeksBy(run: RunStatement, dimension: 'type' | 'weapon', { from, to }: Period): Promise<CountedWeek[]> {
  const precisions = sql`${incidents.date_precision} = any(${sql.param([...weeklyPrecisions])}::text[])`;
  return run<CountedWeek>(sql`
    select ${incidents.country} as country, ${columnOf(fieldOf(dimension))} as value,
      (${incidents.occurred_on} - ${from}::date) / 7 as week, count(*)::int as incidents
    from ${incidents}
    where ${incidents.published} and ${incidents.occurred_on} between ${from} and ${to} and ${precisions}
    group by 1, 2, 3`);
}
