import { type SQL, sql } from 'drizzle-orm';
import { daysOfWeeks, type Dispersion, dispersionOfCounts, weeklyPrecisions, type WholeWeeks } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import { incidents } from '../schema/tables.ts';

interface CountedWeek {
  readonly country: string;
  readonly first: string;
  readonly week: number;
  readonly incidents: number;
}

/** Incidents by location and week, of periods of whole weeks. @param where what they meet, whatever the day */
async function countWeeks(run: RunStatement, where: SQL, periods: readonly WholeWeeks[]): Promise<readonly CountedWeek[]> {
  const days = periods.filter(({ weeks }) => weeks > 0).map(daysOfWeeks);
  const [starts, ends] = [days.map(({ from }) => from), days.map(({ to }) => to)];
  return run<CountedWeek>(sql`
    select ${incidents.country} as country, period.first::text as first, (${incidents.occurred_on} - period.first) / 7 as week,
      count(*)::int as incidents
    from ${incidents}
    join unnest(${sql.param(starts)}::date[], ${sql.param(ends)}::date[]) as period (first, last)
      on ${incidents.occurred_on} between period.first and period.last
    where ${where} and ${incidents.date_precision} = any(${sql.param([...weeklyPrecisions])}::text[])
    group by 1, 2, 3`);
}

/** How the incidents of a filter vary over some weeks. @param where what they meet, whatever the day */
export async function readDispersion(run: RunStatement, where: SQL, period: WholeWeeks): Promise<Dispersion> {
  const counts = new Uint32Array(period.weeks);
  for (const { week, incidents: count } of await countWeeks(run, where, [period])) counts[week]! += count;
  return dispersionOfCounts(counts);
}

/** The same for each location and period: gives what was found of a location over one of the periods. */
export async function readDispersions(
  run: RunStatement,
  where: SQL,
  periods: readonly WholeWeeks[],
): Promise<(country: string, period: WholeWeeks) => Dispersion> {
  const found = new Map<string, CountedWeek[]>();
  for (const week of await countWeeks(run, where, periods)) {
    const key = `${week.country} ${week.first}`;
    const known = found.get(key) ?? [];
    known.push(week);
    found.set(key, known);
  }
  return (country, { from, weeks }) => {
    const counts = new Uint32Array(weeks);
    for (const { week, incidents: count } of found.get(`${country} ${from}`) ?? []) counts[week] = count;
    return dispersionOfCounts(counts);
  };
}
