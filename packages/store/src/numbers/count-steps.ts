import { type SQL, sql } from 'drizzle-orm';
import {
  type CountedPeople,
  countedPeople,
  type ExpectedPeople,
  expectedPeople,
  type Filter,
  type HarmedPeople,
  harmedPeople,
  type IsoDate,
  type Period,
  recordOf,
  type Totals,
  without,
} from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';
import type { Largest } from './count-largest.ts';

/** Sums of one step of a series, or of the comparison period. */
export interface StepSums extends SumsOfPeople {
  /** Position of the step, counted from 1; 0 for the comparison period. */
  readonly step: number;
  readonly incidents: number;
  /** Incidents with a public point. */
  readonly withPoint: number;
}

/** Sums of people, incidents with the number reported, and sums of the squared number of people of each incident. */
type SumsOfPeople = Readonly<Record<CountedPeople | `${ExpectedPeople}Known` | `${HarmedPeople}Squares`, number>>;

/** Sums the filter's incidents by step, together with those of the comparison period, in one scan. */
export async function countSteps(
  run: RunStatement,
  where: Translation,
  filter: Filter,
  { period, starts, comparison }: { period: Period; starts: readonly IsoDate[]; comparison: Period | null },
): Promise<StepSums[]> {
  const sum = (column: SQL) => sql`coalesce(sum(${column}), 0)::bigint`;
  const { occurred_on } = incidents;
  const counts = [
    ...countedPeople.map((name) => sql`${sum(sql`${incidents[name]}`)} as ${sql.identifier(name)}`),
    ...expectedPeople.map((name) => sql`count(${incidents[name]}) as ${sql.identifier(`${name}Known`)}`),
    sql`count(${incidents.lon}) as "withPoint"`,
    ...harmedPeople.map(
      (name) => sql`${sum(sql`${incidents[name]}::bigint * ${incidents[name]}`)} as ${sql.identifier(`${name}Squares`)}`,
    ),
  ];
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  return run<StepSums>(sql`
    select
      case when ${occurred_on} >= ${period.from} then width_bucket(${occurred_on}, ${sql.param(starts)}::date[]) else 0 end as step,
      count(*) as incidents, ${sql.join(counts, sql`, `)}
    from ${incidents}
    where ${where(without(filter, 'from', 'to'))}
      and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`})
    group by 1`);
}

export function totalsOf(steps: readonly StepSums[], largest: Largest): Totals {
  const sum = (name: keyof StepSums) => steps.reduce((total, step) => total + step[name], 0);
  const all = sum('incidents');
  return {
    incidents: all,
    ...recordOf(countedPeople, sum),
    withoutPoint: all - sum('withPoint'),
    notReported: recordOf(expectedPeople, (name) => all - sum(`${name}Known`)),
    clustering: recordOf(harmedPeople, (name) => ({ squares: sum(`${name}Squares`), largest: largest[name] })),
  };
}
