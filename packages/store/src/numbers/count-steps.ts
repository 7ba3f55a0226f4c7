import { type SQL, sql } from 'drizzle-orm';
import {
  type Clustering,
  type CountedPeople,
  countedPeople,
  type ExpectedPeople,
  expectedPeople,
  type Filter,
  type HarmedPeople,
  harmedPeople,
  type IsoDate,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  type Period,
  recordOf,
  type SubjectMeasure,
  type Totals,
  without,
} from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';
import type { Largest } from './count-largest.ts';
import type { SubjectSums } from './count-subjects.ts';
import type { MeasureAmounts } from './measure-amounts.ts';

/** Sums of one step of a series, or of the comparison period. */
export interface StepSums extends SumsOfPeople {
  /** Position of the step, counted from 1; 0 for the comparison period. */
  readonly step: number;
  readonly incidents: number;
  /** Incidents with a public point. */
  readonly withPoint: number;
  /** Sums of the measures of subjects that were asked for. */
  readonly [measure: string]: number;
}

/** Sums of people, incidents with the number reported, and sums of the squared number of people of each incident. */
type SumsOfPeople = Readonly<Record<CountedPeople | `${ExpectedPeople}Known` | `${CountedPeople}Squares`, number>>;

/** Sums the filter's incidents by step, together with those of the comparison period, in one scan. */
export async function countSteps(
  run: RunStatement,
  where: Translation,
  filter: Filter,
  { period, starts, comparison }: { period: Period; starts: readonly IsoDate[]; comparison: Period | null },
  asked: readonly Measure[],
  amounts: MeasureAmounts,
): Promise<StepSums[]> {
  const sum = (column: SQL) => sql`coalesce(sum(${column}), 0)::bigint`;
  const { occurred_on } = incidents;
  const counts = [
    ...countedPeople.map((name) => sql`${sum(sql`${incidents[name]}`)} as ${sql.identifier(name)}`),
    ...expectedPeople.map((name) => sql`count(${incidents[name]}) as ${sql.identifier(`${name}Known`)}`),
    sql`count(${incidents.lon}) as "withPoint"`,
    ...asked.filter(isSubjectMeasure).map((name) => sql`${amounts.sumOf(name)} as ${sql.identifier(name)}`),
    ...gatheredPeople(asked).map(
      (name) => sql`${sum(sql`${incidents[name]}::bigint * ${incidents[name]}`)} as ${sql.identifier(`${name}Squares`)}`,
    ),
  ];
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  return run<StepSums>(sql`
    select
      case when ${occurred_on} >= ${period.from} then width_bucket(${occurred_on}, ${sql.param(starts)}::date[]) else 0 end as step,
      count(*) as incidents, ${sql.join(counts, sql`, `)}
    from ${incidents} ${amounts.joins}
    where ${where(without(filter, 'from', 'to'))}
      and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`})
    group by 1`);
}

/** The numbers of people of which the answer says how they are gathered in incidents. */
export function gatheredPeople(asked: readonly Measure[]): readonly CountedPeople[] {
  const others = asked.map(peopleOfMeasure).filter((name) => name !== undefined);
  return [...new Set<CountedPeople>([...harmedPeople, ...others])];
}

export function totalsOf(
  steps: readonly StepSums[],
  largest: Largest,
  people: readonly CountedPeople[],
  subjects: Readonly<Partial<Record<SubjectMeasure, SubjectSums>>>,
): Totals {
  const sum = (name: keyof StepSums) => steps.reduce((total, step) => total + step[name]!, 0);
  const all = sum('incidents');
  const ofSubjects = <Part extends keyof SubjectSums>(part: Part) =>
    Object.fromEntries(Object.entries(subjects).map(([name, sums]) => [name, sums[part]])) as Partial<
      Record<SubjectMeasure, SubjectSums[Part]>
    >;
  return {
    incidents: all,
    ...recordOf(countedPeople, sum),
    ...ofSubjects('sum'),
    withoutPoint: all - sum('withPoint'),
    notReported: { ...recordOf(expectedPeople, (name) => all - sum(`${name}Known`)), ...ofSubjects('notReported') },
    clustering: {
      ...(recordOf(people, (name) => ({ squares: sum(`${name}Squares`), largest: largest[name] ?? [0, 0] })) as Record<
        HarmedPeople,
        Clustering
      >),
      ...ofSubjects('clustering'),
    },
  };
}
