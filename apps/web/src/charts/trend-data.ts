import type { SeriesPoint } from '@monitor/contract';
import type { Interval, IsoDate, Measure } from '@monitor/domain';
import { centredAverage, earlierRange, expectedBeyondRange } from '@monitor/statistics';
import { type CoverageChange, type DatedDataset, stepCoverage, withinCoverage } from './step-coverage.ts';

/** One step of the trend chart. */
export interface TrendStep {
  readonly start: IsoDate;
  readonly count: number;
  /** True where period or data covers only a part of the step: its count is not to be compared with the others. */
  readonly partial: boolean;
  /** False where no dataset covers any part of the step: its count is not zero, but unknown. */
  readonly covered: boolean;
  /** Number of the stretch of steps that the same datasets hold, from 0; each stretch has its own line. */
  readonly stretch: number;
  /** Datasets that begin or end where the step begins; empty where the step is like the one before. */
  readonly changes: readonly CoverageChange[];
  /** The count where the step is whole: the drawn line. */
  readonly whole: number | null;
  /** Count of a part step and of its whole neighbours: the dashed ends of the line. */
  readonly dashed: number | null;
  /** Centred average over twelve months; null near the ends of the data, and for other intervals. */
  readonly average: number | null;
  /** Least and greatest count of the same month in up to five earlier years; null where fewer than two are known. */
  readonly range: readonly [low: number, high: number] | null;
  /** Number of years that the range is of; null where there is none. */
  readonly rangeYears: number | null;
  /** Count of the same month a year before, drawn behind a year or two of months; null where it is not known. */
  readonly yearBefore: number | null;
}

type MonthContext = Pick<TrendStep, 'average' | 'range' | 'rangeYears' | 'yearBefore'>;

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
  const counts = timeline.map((point, index) => (point.partial || coverage[index]?.cut === true ? null : (point[measure] ?? 0)));
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
 */
export function trendSteps(
  points: readonly SeriesPoint[],
  interval: Interval,
  measure: Measure,
  timeline: readonly SeriesPoint[] | undefined,
  datasets: readonly DatedDataset[] = [],
): TrendStep[] {
  const contexts = interval === 'month' && timeline !== undefined ? monthContexts(timeline, measure, [...datasets]) : undefined;
  const coverage = stepCoverage(
    points.map((point) => point.start),
    interval,
    datasets,
  );
  const isPartial = (index: number) => points[index]?.partial === true || coverage[index]?.cut === true;
  // Over more than two years the line a year before would hide the line itself; within them the average has too few months.
  const isShort = points.length <= 24;
  let stretch = 0;
  return points.map((point, index) => {
    const { start } = point;
    const { key, changes } = coverage[index] ?? { key: '', changes: [] };
    if (changes.length > 0) stretch++;
    const count = point[measure] ?? 0;
    const covered = key !== '';
    const partial = covered && isPartial(index);
    const context = contexts?.get(start);
    return {
      start,
      count,
      partial,
      covered,
      stretch,
      changes,
      whole: partial || !covered ? null : count,
      dashed: covered && (partial || isPartial(index - 1) || isPartial(index + 1)) ? count : null,
      average: isShort ? null : (context?.average ?? null),
      yearBefore: isShort ? (context?.yearBefore ?? null) : null,
      range: context?.range ?? null,
      rangeYears: context?.rangeYears ?? null,
    };
  });
}

/** Of how many earlier years the ranges of steps are: the fewest and the most. */
export interface RangeYears {
  readonly least: number;
  readonly most: number;
}

/** Undefined where no step has a range. */
export function rangeYears(steps: readonly TrendStep[]): RangeYears | undefined {
  const years = steps.flatMap((step) => step.rangeYears ?? []);
  return years.length === 0 ? undefined : { least: Math.min(...years), most: Math.max(...years) };
}

/** How the steps of a chart read in one sentence. */
export interface TrendReading {
  /** Mean of the whole steps, rounded to what a sentence can bear. */
  readonly mean: number;
  /** The first step with the greatest count, and how many others have as many. */
  readonly peak: { readonly start: IsoDate; readonly count: number; readonly others: number };
  /** Of the latest whole steps with a range of earlier years (at most twelve), those that lie above and below it. */
  readonly range:
    | {
        readonly steps: number;
        readonly above: readonly TrendStep[];
        readonly below: readonly TrendStep[];
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
export function isUnevenTrend(steps: readonly TrendStep[]): boolean {
  return new Set(steps.filter((step) => step.whole !== null).map((step) => step.stretch)).size > 1;
}

/** Undefined where there is no whole step, and where the steps come from different datasets. */
export function trendReading(steps: readonly TrendStep[]): TrendReading | undefined {
  const whole = steps.filter((step) => step.whole !== null);
  if (isUnevenTrend(steps)) return undefined;
  const [first] = whole;
  if (first === undefined) return undefined;
  const peak = whole.reduce((most, step) => (step.count > most.count ? step : most), first);
  const ranged = whole.filter((step) => step.range !== null).slice(-12);
  const years = rangeYears(ranged);
  return {
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
