import { type SQL, sql } from 'drizzle-orm';
import { daysOfWeeks, type Dispersion, dispersionOfCounts, weeklyPrecisions, type WholeWeeks } from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { incidents } from '../schema/tables.ts';
import { gatherSums, isSpread } from '../spread/spread.ts';

interface CountedWeek {
  readonly dataset: number;
  readonly country: string;
  readonly first: string;
  readonly week: number;
  readonly incidents: number;
}

/** Incidents by dataset, location and week, of periods of whole weeks. @param where what they meet, whatever the day */
async function countWeeks({ pool, run }: Statements, where: SQL, periods: readonly WholeWeeks[]): Promise<readonly CountedWeek[]> {
  const days = periods.filter(({ weeks }) => weeks > 0).map(daysOfWeeks);
  const [starts, ends] = [days.map(({ from }) => from), days.map(({ to }) => to)];
  const dated = sql`${where} and ${incidents.date_precision} = any(${sql.param([...weeklyPrecisions])}::text[])`;
  if (isSpread(pool)) {
    const counted: CountedWeek[] = [];
    // A join with what is not on the servers would fetch all incidents from them.
    for (const { from, to } of days) {
      const week = sql`(${incidents.occurred_on} - ${from}::date) / 7`;
      const inside = sql`from ${incidents} where ${dated} and ${incidents.occurred_on} between ${from} and ${to}`;
      const weeks = gatherSums(pool, {
        keys: { dataset: sql`${incidents.dataset_id}`, country: sql`${incidents.country}`, week },
        sums: { incidents: sql`count(*)` },
        from: inside,
      });
      counted.push(...(await run<CountedWeek>(weeks)).map((one) => ({ ...one, first: from })));
    }
    return counted;
  }
  return run<CountedWeek>(sql`
    select ${incidents.dataset_id} as dataset, ${incidents.country} as country, period.first::text as first, (${incidents.occurred_on} - period.first) / 7 as week,
      count(*)::int as incidents
    from ${incidents}
    join unnest(${sql.param(starts)}::date[], ${sql.param(ends)}::date[]) as period (first, last)
      on ${incidents.occurred_on} between period.first and period.last
    where ${dated}
    group by 1, 2, 3, 4`);
}

/** How the incidents of a filter vary over some weeks. @param where what they meet, whatever the day */
export async function readDispersion(statements: Statements, where: SQL, period: WholeWeeks): Promise<Dispersion> {
  const counts = new Uint32Array(period.weeks);
  for (const { week, incidents: count } of await countWeeks(statements, where, [period])) counts[week]! += count;
  return dispersionOfCounts(counts);
}

/** The same for each dataset, location and period: gives what was found of a location in a dataset over one of the periods. */
export async function readDispersions(
  statements: Statements,
  where: SQL,
  periods: readonly WholeWeeks[],
): Promise<(part: { readonly dataset: number; readonly country: string }, period: WholeWeeks) => Dispersion> {
  const found = new Map<string, CountedWeek[]>();
  for (const week of await countWeeks(statements, where, periods)) {
    const key = `${week.dataset} ${week.country} ${week.first}`;
    const known = found.get(key) ?? [];
    known.push(week);
    found.set(key, known);
  }
  return ({ dataset, country }, { from, weeks }) => {
    const counts = new Uint32Array(weeks);
    for (const { week, incidents: count } of found.get(`${dataset} ${country} ${from}`) ?? []) counts[week] = count;
    return dispersionOfCounts(counts);
  };
}
