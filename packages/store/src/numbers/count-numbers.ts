import {
  type Figures,
  figuresWith,
  type Filter,
  isSubjectMeasure,
  type Measure,
  recordOf,
  type SeriesStep,
  type SummaryFrame,
  type Totals,
} from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { countLargest, noLargest } from './count-largest.ts';
import { countSteps, gatheredPeople, type StepSums, totalsOf } from './count-steps.ts';
import { countSubjects, noSubjects } from './count-subjects.ts';
import type { MeasureAmounts } from './measure-amounts.ts';

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
  const { run } = statements;
  const ofSubjects = asked.filter(isSubjectMeasure);
  const people = gatheredPeople(asked);
  const sums = await sumSteps(statements, request, filter, amounts);
  const largest = period ? await countLargest(run, where, filter, { period, comparison }, people) : noLargest;
  const none = Object.fromEntries(ofSubjects.map((name) => [name, noSubjects]));
  const subjects = period
    ? await countSubjects(run, where, filter, { period, comparison }, ofSubjects)
    : { period: none, comparison: none };
  const counted = sums.filter(({ step }) => step > 0);
  const compared = sums.filter(({ step }) => step === 0);
  return {
    points: pointsOf(counted, request),
    totals: totalsOf(counted, largest.period, people, subjects.period),
    comparison: comparison && totalsOf(compared, largest.comparison, people, subjects.comparison),
  };
}

async function sumSteps(
  { run }: Statements,
  { where, frame: { period, comparison, steps }, asked }: NumbersRequest,
  filter: Filter,
  amounts: MeasureAmounts,
): Promise<readonly StepSums[]> {
  if (!period) return [];
  const starts = steps.map(({ start }) => start);
  return countSteps(run, where, filter, { period, starts, comparison }, asked, amounts);
}

function pointsOf(sums: readonly StepSums[], { frame: { steps }, asked, hasSteps }: NumbersRequest): readonly SeriesStep[] {
  const sumsOfStep = new Map(sums.map((one) => [one.step, one]));
  return (hasSteps ? steps : []).map(({ start, partial }, index) => {
    const step = sumsOfStep.get(index + 1);
    return { start, ...(recordOf(figuresWith(asked), (name) => step?.[name] ?? 0) as Figures), partial };
  });
}
