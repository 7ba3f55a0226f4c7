import {
  type Clustering,
  type CountedPeople,
  countedPeople,
  type Dispersion,
  type Filter,
  type HarmedPeople,
  harmedPeople,
  type IsoDate,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  type Period,
  recordOf,
  type SeriesStep,
  type SubjectMeasure,
  type SummaryFrame,
  type Totals,
  without,
} from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { countLargest, type Largest, noLargest } from './count-largest.ts';
import { readDispersion } from './count-weeks.ts';
import { countSubjects, noSubjects, type SubjectSums } from './count-subjects.ts';
import { figureColumns, type FiguresRow, figuresOfRow, type MeasureAmounts } from './measure-amounts.ts';
import { type SQL, sql } from 'drizzle-orm';
import { incidents } from '../schema/tables.ts';
import { gatherSums } from '../spread/spread.ts';

/** What a summary asks of the incidents of each filter. */
export interface NumbersRequest {
  readonly where: Translation;
  readonly frame: SummaryFrame;
  /** Measures beside incidents, killed and injured. */
  readonly asked: readonly Measure[];
  /** Whether the series are wanted, beside the totals. */
  readonly hasSteps: boolean;
}

/** The series of a filter. @param amounts of the measures asked for, under this filter */
export async function countPoints(
  statements: Statements,
  request: NumbersRequest,
  filter: Filter,
  amounts: MeasureAmounts,
): Promise<readonly SeriesStep[]> {
  const withoutComparison = { ...request, frame: { ...request.frame, comparison: null } };
  return pointsOf(await sumSteps(statements, withoutComparison, filter, amounts), request);
}

/** The series of a filter, its totals and those of the period that it is compared with; null if there is none. */
export async function countNumbers(
  statements: Statements,
  request: NumbersRequest,
  filter: Filter,
  amounts: MeasureAmounts,
): Promise<{ points: readonly SeriesStep[]; totals: Totals; comparison: Totals | null }> {
  const { where, frame, asked } = request;
  const { period, comparison } = frame;
  const ofSubjects = asked.filter(isSubjectMeasure);
  const people = gatheredPeople(asked);
  const sums = await sumSteps(statements, request, filter, amounts);
  const largest = period ? await countLargest(statements, where, filter, { period, comparison }, people) : noLargest;
  const none = Object.fromEntries(ofSubjects.map((name) => [name, noSubjects]));
  const subjects = period
    ? await countSubjects(statements.run, where, filter, { period, comparison }, ofSubjects)
    : { period: none, comparison: none };
  const dispersion = await readDispersion(statements, where(without(filter, 'from', 'to')), frame.weeks);
  const counted = sums.filter(({ step }) => step > 0);
  const compared = sums.filter(({ step }) => step === 0);
  return {
    points: pointsOf(counted, request),
    totals: totalsOf(counted, largest.period, people, subjects.period, dispersion),
    comparison: comparison && totalsOf(compared, largest.comparison, people, subjects.comparison, dispersion),
  };
}

async function sumSteps(
  statements: Statements,
  { where, frame: { period, comparison, steps }, asked }: NumbersRequest,
  filter: Filter,
  amounts: MeasureAmounts,
): Promise<readonly StepSums[]> {
  if (!period) return [];
  const starts = steps.map(({ start }) => start);
  return countSteps(statements, where, filter, { period, starts, comparison }, asked, amounts);
}

function pointsOf(sums: readonly StepSums[], { frame: { steps }, asked, hasSteps }: NumbersRequest): readonly SeriesStep[] {
  const sumsOfStep = new Map(sums.map((one) => [one.step, one]));
  return (hasSteps ? steps : []).map(({ start, partial }, index) => {
    const step = sumsOfStep.get(index + 1);
    return { start, ...figuresOfRow(asked, step), partial };
  });
}

/** Sums of one step of a series, or of the comparison period. */
interface StepSums extends SumsOfPeople, FiguresRow {
  /** Position of the step, counted from 1; 0 for the comparison period. */
  readonly step: number;
  /** Incidents with a public point. */
  readonly withPoint: number;
}

/** Sums of the squared number of people of each incident. */
type SumsOfPeople = Readonly<Record<`${CountedPeople}Squares`, number>>;

/** Sums the filter's incidents by step, together with those of the comparison period, in one scan. */
async function countSteps(
  { pool, run }: Statements,
  where: Translation,
  filter: Filter,
  { period, starts, comparison }: { period: Period; starts: readonly IsoDate[]; comparison: Period | null },
  asked: readonly Measure[],
  amounts: MeasureAmounts,
): Promise<StepSums[]> {
  const sum = (column: SQL) => sql`coalesce(sum(${column}), 0)::bigint`;
  const { occurred_on } = incidents;
  const sums = Object.fromEntries<SQL>([
    ...Object.entries(figureColumns([...countedPeople, ...asked], amounts)),
    ['withPoint', sql`count(${incidents.lon})`],
    ...gatheredPeople(asked).map((name) => [`${name}Squares`, sum(sql`${incidents[name]}::bigint * ${incidents[name]}`)] as const),
  ]);
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  const step = sql`case when ${occurred_on} >= ${period.from} then width_bucket(${occurred_on}, ${sql.param(starts)}::date[]) else 0 end`;
  const from = sql`from ${incidents} ${amounts.joins}
    where ${where(without(filter, 'from', 'to'))}
      and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`})`;
  return run<StepSums>(gatherSums(pool, { keys: { step }, sums, from }));
}

/** The numbers of people of which the answer says how they are gathered in incidents. */
function gatheredPeople(asked: readonly Measure[]): readonly CountedPeople[] {
  const others = asked.map(peopleOfMeasure).filter((name) => name !== undefined);
  return [...new Set<CountedPeople>([...harmedPeople, ...others])];
}

function totalsOf(
  steps: readonly StepSums[],
  largest: Largest,
  people: readonly CountedPeople[],
  subjects: Readonly<Partial<Record<SubjectMeasure, SubjectSums>>>,
  dispersion: Dispersion,
): Totals {
  const sum = (name: keyof StepSums) => steps.reduce((total, step) => total + step[name], 0);
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
    notReported: { ...recordOf(countedPeople, (name) => sum(`${name}Missing`)), ...ofSubjects('notReported') },
    clustering: {
      ...(recordOf(people, (name) => ({ squares: sum(`${name}Squares`), largest: largest[name] ?? [0, 0] })) as Record<
        HarmedPeople,
        Clustering
      >),
      ...ofSubjects('clustering'),
    },
    dispersion,
  };
}
