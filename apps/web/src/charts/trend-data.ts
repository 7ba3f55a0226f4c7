import type { SeriesPoint } from '@monitor/contract';
import type { Interval, IsoDate } from '@monitor/domain';
import { centredAverage, earlierRange } from '@monitor/statistics';
import type { Measure } from '../filter/explore-state.ts';

/** One step of the trend chart. */
export interface TrendStep {
  readonly start: IsoDate;
  readonly count: number;
  /** True where period or data cover only a part of the step: its count is not to be compared with the others. */
  readonly partial: boolean;
  /** The count where the step is whole: the drawn line. */
  readonly whole: number | null;
  /** Count of a part step and of its whole neighbours: the dashed ends of the line. */
  readonly dashed: number | null;
  /** Centred average over twelve months; null near the ends of the data, and for other intervals. */
  readonly average: number | null;
  /** Least and greatest count of the same month in the five years before; null where fewer than two are known. */
  readonly range: readonly [low: number, high: number] | null;
}

interface MonthContext {
  readonly average: number | null;
  readonly range: readonly [number, number] | null;
}

/** Averages and ranges by month, from the series over all data, so that the first month of a period has its past too. */
function monthContexts(timeline: readonly SeriesPoint[], measure: Measure): ReadonlyMap<IsoDate, MonthContext> {
  const counts = timeline.map((point) => (point.partial ? null : point[measure]));
  const averages = centredAverage(counts);
  const ranges = earlierRange(counts);
  return new Map(
    timeline.map(({ start }, index) => {
      const range = ranges[index] ?? null;
      return [start, { average: averages[index] ?? null, range: range === null ? null : ([range.low, range.high] as const) }];
    }),
  );
}

/**
 * The steps of the chart.
 * @param timeline monthly series under the same filter over all data, for the averages and ranges of months
 */
export function trendSteps(
  points: readonly SeriesPoint[],
  interval: Interval,
  measure: Measure,
  timeline: readonly SeriesPoint[] | undefined,
): TrendStep[] {
  const contexts = interval === 'month' && timeline !== undefined ? monthContexts(timeline, measure) : undefined;
  return points.map((point, index) => {
    const { start, partial } = point;
    const count = point[measure];
    const besidePartial = points[index - 1]?.partial === true || points[index + 1]?.partial === true;
    const context = contexts?.get(start);
    return {
      start,
      count,
      partial,
      whole: partial ? null : count,
      dashed: partial || besidePartial ? count : null,
      average: context?.average ?? null,
      range: context?.range ?? null,
    };
  });
}

/** How the steps of a chart read in one sentence. */
export interface TrendReading {
  /** Mean of the whole steps, rounded to what a sentence can bear. */
  readonly mean: number;
  readonly peak: { readonly start: IsoDate; readonly count: number };
  /** Of the latest whole steps with a range of earlier years (at most twelve), how many lie within, above and below it. */
  readonly range: { readonly steps: number; readonly above: number; readonly below: number } | undefined;
}

/** Rounds to two digits from 100 on, so that "about" is true to its word: 263 is about 260. */
export function roundForSentence(value: number): number {
  if (value < 10) return Math.round(value * 10) / 10;
  if (value < 100) return Math.round(value);
  const scale = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / scale) * scale;
}

/** Undefined where there is no whole step to speak of. */
export function trendReading(steps: readonly TrendStep[]): TrendReading | undefined {
  const whole = steps.filter((step) => !step.partial);
  const [first] = whole;
  if (first === undefined) return undefined;
  const peak = whole.reduce((most, step) => (step.count > most.count ? step : most), first);
  const ranged = whole.filter((step) => step.range !== null).slice(-12);
  const beyond = (side: (step: TrendStep) => boolean) => ranged.filter(side).length;
  return {
    mean: roundForSentence(whole.reduce((sum, step) => sum + step.count, 0) / whole.length),
    peak: { start: peak.start, count: peak.count },
    range:
      ranged.length === 0
        ? undefined
        : {
            steps: ranged.length,
            above: beyond(({ count, range }) => range !== null && count > range[1]),
            below: beyond(({ count, range }) => range !== null && count < range[0]),
          },
  };
}
