import type { SeriesPoint, TrendStep } from '@monitor/contract';
import { type Interval, type IsoDate, type Measure, reportedOf } from '@monitor/domain';
import { centredAverage, earlierRange, expectedBeyondRange } from '@monitor/statistics';
import { isNotReported } from './reported.ts';
import { fewEvents } from './shown-series.ts';
import { type CoverageChange, type DatedDataset, stepCoverage, withinCoverage } from './step-coverage.ts';

/** One step of a series, before it is said what begins and ends there. */
export interface JudgedStep extends Omit<TrendStep, 'changes'> {
  readonly changes: readonly CoverageChange[];
}
/** What is read of a step, whether its changes are said or not. */
type Step = Omit<TrendStep, 'changes'>;

type MonthContext = Pick<Step, 'average' | 'range' | 'rangeYears' | 'yearBefore'>;

/** Averages and ranges by month, from the series over all data, so that the first month of a period has its past too. */
function monthContexts(
  timeline: readonly SeriesPoint[],
  measure: Measure,
  datasets: readonly DatedDataset[],
): ReadonlyMap<IsoDate, MonthContext> {
  const coverage = stepCoverage(
    timeline.map((point) => point.start),
    'month',
    datasets,
  );
  const isKnown = (point: SeriesPoint, index: number) =>
    !point.partial && coverage[index]?.cut !== true && !isNotReported(point, measure);
  const counts = timeline.map((point, index) => (isKnown(point, index) ? (point[measure] ?? 0) : null));
  const keys = coverage.map(({ key }) => key);
  const averages = withinCoverage(counts, keys, (values) => centredAverage(values));
  const ranges = withinCoverage(counts, keys, (values) => earlierRange(values));
  return new Map(
    timeline.map(({ start }, index) => {
      const range = ranges[index] ?? null;
      return [
        start,
        {
          average: averages[index] ?? null,
          range: range === null ? null : ([range.low, range.high] as const),
          rangeYears: range?.cycles ?? null,
          // Counts of different datasets are not compared.
          yearBefore: keys[index - 12] === keys[index] ? (counts[index - 12] ?? null) : null,
        },
      ];
    }),
  );
}

/**
 * The steps of the chart.
 * @param timeline monthly series under the same filter over all data, for the averages and ranges of months
 * @param datasets those that the counts can come from
 * @param everything the same steps of all data, where the line leaves out some
 */
export function trendSteps(
  points: readonly SeriesPoint[],
  interval: Interval,
  measure: Measure,
  timeline: readonly SeriesPoint[] | undefined,
  datasets: readonly DatedDataset[] = [],
  everything: readonly SeriesPoint[] = [],
): JudgedStep[] {
  const contexts = interval === 'month' && timeline !== undefined ? monthContexts(timeline, measure, [...datasets]) : undefined;
  const coverage = stepCoverage(
    points.map((point) => point.start),
    interval,
    datasets,
  );
  const isPartial = (index: number) => points[index]?.partial === true || coverage[index]?.cut === true;
  // Over more than two years the line a year before would hide the line itself; within them the average has too few months.
  const isShort = points.length <= 24;
  const all = new Map(everything.map(({ start, [measure]: count = 0 }) => [start, count]));
  let stretch = 0;
  return points.map((point, index) => {
    const { start } = point;
    const { key, changes } = coverage[index] ?? { key: '', changes: [] };
    if (changes.length > 0) stretch++;
    const count = point[measure] ?? 0;
    const covered = key !== '';
    // A line at 0 would say what nobody has reported.
    const isKnown = covered && !isNotReported(point, measure);
    const partial = covered && isPartial(index);
    const context = contexts?.get(start);
    return {
      start,
      count,
      ...(all.has(start) && all.get(start) !== count && { all: all.get(start)! }),
      incidents: point.incidents,
      notReported: reportedOf(point, measure).notReported,
      partial,
      covered,
      stretch,
      changes,
      whole: partial || !isKnown ? null : count,
      dashed: isKnown && (partial || isPartial(index - 1) || isPartial(index + 1)) ? count : null,
      average: isShort ? null : (context?.average ?? null),
      yearBefore: isShort ? (context?.yearBefore ?? null) : null,
      range: context?.range ?? null,
      rangeYears: context?.rangeYears ?? null,
    };
  });
}

/** Beside lines of parts, what belongs to the line of all would be taken for theirs. */
export function withoutContext<One extends Step>(step: One): One {
  const { all: _, ...rest } = step;
  return { ...rest, range: null, average: null, yearBefore: null, rangeYears: null } as One;
}

/** Of how many earlier years the ranges of steps are: the fewest and the most. */
export interface RangeYears {
  readonly least: number;
  readonly most: number;
}

/** Undefined if no step has a range. */
export function rangeYears(steps: readonly Step[]): RangeYears | undefined {
  const years = steps.flatMap((step) => step.rangeYears ?? []);
  return years.length === 0 ? undefined : { least: Math.min(...years), most: Math.max(...years) };
}

/** How the steps of a chart read in one sentence. */
export interface TrendReading {
  /** First days of the first and the last whole step. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Mean of the whole steps, rounded to what a sentence can bear. */
  readonly mean: number;
  /** The first step with the greatest count, and how many others have as many. */
  readonly peak: { readonly start: IsoDate; readonly count: number; readonly others: number };
  /** Of the latest whole steps with a range of earlier years (at most twelve), those that lie above and below it. */
  readonly range:
    | {
        readonly steps: number;
        readonly above: readonly Step[];
        readonly below: readonly Step[];
        readonly years: RangeYears;
        /** How many of them chance alone would put on either side. */
        readonly chance: number;
      }
    | undefined;
}

/** Rounds to two digits from 100 on, so that "about" is true to its word: 263 is about 260. */
export function roundForSentence(value: number): number {
  if (value < 10) return Math.round(value * 10) / 10;
  if (value < 100) return Math.round(value);
  const scale = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / scale) * scale;
}

/** Whether the whole steps come from different datasets, so that a mean or a peak would reflect the data and not what happened. */
export function isUnevenTrend(steps: readonly Step[]): boolean {
  return new Set(steps.filter((step) => step.whole !== null).map((step) => step.stretch)).size > 1;
}

/** Undefined if there is no whole step, and where the steps come from different datasets. */
export function trendReading(steps: readonly Step[]): TrendReading | undefined {
  const whole = steps.filter((step) => step.whole !== null);
  if (isUnevenTrend(steps)) return undefined;
  const [first] = whole;
  if (first === undefined) return undefined;
  const peak = whole.reduce((most, step) => (step.count > most.count ? step : most), first);
  const ranged = whole.filter((step) => step.range !== null).slice(-12);
  const years = rangeYears(ranged);
  return {
    from: first.start,
    to: whole.at(-1)?.start ?? first.start,
    mean: roundForSentence(whole.reduce((sum, step) => sum + step.count, 0) / whole.length),
    peak: { start: peak.start, count: peak.count, others: whole.filter((step) => step.count === peak.count).length - 1 },
    range:
      years === undefined
        ? undefined
        : {
            steps: ranged.length,
            above: ranged.filter(({ count, range }) => range !== null && count > range[1]),
            below: ranged.filter(({ count, range }) => range !== null && count < range[0]),
            years,
            chance: expectedBeyondRange(ranged.flatMap((step) => step.rangeYears ?? [])),
          },
  };
}

/** Whether a series has too few events for a line, a level or a usual range. */
export function isFew(steps: readonly Pick<Step, 'count'>[]): boolean {
  return steps.reduce((sum, { count }) => sum + count, 0) < fewEvents;
}

/** The months outside the usual range, in the order of the series. */
export function unusualSteps(steps: readonly TrendStep[]): readonly TrendStep[] {
  const range = isUnevenTrend(steps) ? undefined : trendReading(steps)?.range;
  return range === undefined ? [] : steps.filter((step) => range.above.includes(step) || range.below.includes(step));
}

/** The highest whole step: the last of a few that are as high, and the others of them. */
export interface Peak {
  readonly start: IsoDate;
  readonly value: number;
  readonly also: readonly IsoDate[];
}

/** So many steps that are as high are a peak at most. */
const mostPeaks = 3;

/**
 * Undefined if the last step is the highest, which has its words, if one that is not complete has more, if the data changes, and where there
 * are too few or too many.
 */
export function peakOf(steps: readonly Step[]): Peak | undefined {
  if (isUnevenTrend(steps) || isFew(steps)) return undefined;
  const whole = steps.filter((step) => step.whole !== null);
  const value = Math.max(...whole.map(({ count }) => count));
  const highest = whole.filter(({ count }) => count === value).map(({ start }) => start);
  const start = highest.at(-1);
  if (start === undefined || start === whole.at(-1)?.start || highest.length > mostPeaks) return undefined;
  if (steps.some(({ count }) => count > value)) return undefined;
  return { start, value, also: highest.slice(0, -1) };
}
