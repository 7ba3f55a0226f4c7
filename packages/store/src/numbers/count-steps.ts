import { type SQL, sql } from 'drizzle-orm';
import { type Filter, type IsoDate, type Period, type Totals, without } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';
import type { Largest } from './count-largest.ts';

/** Sums of one step of a series, or of the comparison period. */
export interface StepSums {
  /** Position of the step, counted from 1; 0 for the comparison period. */
  readonly step: number;
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
  readonly threatened: number;
  readonly suicides: number;
  /** Incidents with the number reported, and with a public point. */
  readonly killedKnown: number;
  readonly injuredKnown: number;
  readonly threatenedKnown: number;
  readonly withPoint: number;
  /** Sums of the squared number of people of each incident. */
  readonly killedSquares: number;
  readonly injuredSquares: number;
}

/** Sums the filter's incidents by step, together with those of the comparison period, in one scan. */
export async function countSteps(
  run: RunStatement,
  filter: Filter,
  { period, starts, comparison }: { period: Period; starts: readonly IsoDate[]; comparison: Period | null },
): Promise<StepSums[]> {
  const sum = (column: SQL) => sql`coalesce(sum(${column}), 0)::bigint`;
  const { occurred_on, killed, injured, threatened, suicides } = incidents;
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  return run<StepSums>(sql`
    select
      case when ${occurred_on} >= ${period.from} then width_bucket(${occurred_on}, ${sql.param(starts)}::date[]) else 0 end as step,
      count(*) as incidents, ${sum(sql`${killed}`)} as killed, ${sum(sql`${injured}`)} as injured,
      ${sum(sql`${threatened}`)} as threatened, ${sum(sql`${suicides}`)} as suicides,
      count(${killed}) as "killedKnown", count(${injured}) as "injuredKnown", count(${threatened}) as "threatenedKnown",
      count(${incidents.lon}) as "withPoint",
      ${sum(sql`${killed}::bigint * ${killed}`)} as "killedSquares", ${sum(sql`${injured}::bigint * ${injured}`)} as "injuredSquares"
    from ${incidents}
    where ${incidentWhere(without(filter, 'from', 'to'))}
      and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`})
    group by 1`);
}

export function totalsOf(steps: readonly StepSums[], largest: Largest): Totals {
  const sum = (name: keyof StepSums) => steps.reduce((total, step) => total + step[name], 0);
  const all = sum('incidents');
  return {
    incidents: all,
    killed: sum('killed'),
    injured: sum('injured'),
    threatened: sum('threatened'),
    suicides: sum('suicides'),
    withoutPoint: all - sum('withPoint'),
    notReported: {
      killed: all - sum('killedKnown'),
      injured: all - sum('injuredKnown'),
      threatened: all - sum('threatenedKnown'),
    },
    clustering: {
      killed: { squares: sum('killedSquares'), largest: largest.killed },
      injured: { squares: sum('injuredSquares'), largest: largest.injured },
    },
  };
}
