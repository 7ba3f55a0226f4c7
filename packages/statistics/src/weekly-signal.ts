import { tCdf, tQuantile } from '#distributions';
import { chanceOfAtLeast, quantileOfCount } from './count-distribution.ts';
import { earsWeeks, lastWeeks } from './ears.ts';
import { earlierYears, farringtonExpectation } from './farrington.ts';

/** `farrington` where a series has three earlier years (`farringtonExpectation`), else `ears`, from the seven weeks before (EARS C1). */
export type SignalMethod = 'farrington' | 'ears';

/** What a series leads one to expect of one week, or of several weeks together. */
export interface ExpectedRange {
  readonly method: SignalMethod;
  readonly expected: number;
  /** Least and greatest count in line with it. */
  readonly low: number;
  readonly high: number;
}

/** A week up to which more was counted than the past of its series leads one to expect. */
export interface WeeklySignal extends ExpectedRange {
  /** Number of weeks that were counted together, up to this one; `expected`, `low` and `high` are of all of them. */
  readonly weeks: number;
  readonly count: number;
  /** Chance of at least that count in those weeks if nothing has changed. */
  readonly p: number;
}

/** One signal: consecutive weeks of which each is one. */
export interface Signal {
  /** Indices of its first and last week. */
  readonly first: number;
  readonly last: number;
  /** The one with the smallest p-value, and its index. */
  readonly strongest: WeeklySignal;
  readonly at: number;
}

/** A week, two and four weeks together: one rises at once, another by less for longer. */
const windows = [1, 2, 4] as const;
/**
 * A count is a signal where chance gives it or a higher one more seldom than this. Chosen so that, over the levels that `bench
 * signals` measures (`docs/signals.md`) and with all windows together, the interval of the false signals in 100 series and year ends below 8.
 */
export const signalChance: Readonly<Record<SignalMethod, number>> = { farrington: 0.00075, ears: 0.002 };
/** Fewer events than this in the last four weeks are not a signal (Noufaily and others, 2013). */
const leastRecentEvents = 5;
const recentWeeks = 4;
/** 0.15% of quiet weeks are above their range, and as many below it. */
const rangeChance = 0.0015;

interface Prediction {
  readonly method: SignalMethod;
  readonly expected: number;
  readonly atLeast: (count: number) => number;
  readonly quantile: (probability: number) => number;
}

/** How far a quiet week can be from what is expected, `alpha` of the weeks on either side left out; `undefined` in the first seven weeks. */
export function expectedRange(
  counts: readonly number[],
  at: number,
  { alpha = rangeChance }: { readonly alpha?: number } = {},
): ExpectedRange | undefined {
  const prediction = predictionsAt(counts, at)?.(1);
  return prediction === undefined ? undefined : rangeOf(prediction, alpha);
}

/**
 * The signal of a week, or `undefined` where its count and those of one and of three weeks before it are in line with the past of the series, or where the past is
 * too short. This is the one rule of the product; `bench signals` measures its errors.
 * @param counts events of each complete week, oldest first
 */
export function weeklySignal(counts: readonly number[], at: number): WeeklySignal | undefined {
  if (sumOf(counts, at, recentWeeks) < leastRecentEvents) return undefined;
  const predict = predictionsAt(counts, at);
  return predict && signalFrom(predict, counts, at);
}

/**
 * The expected range of a week and its signal, which take one regression together.
 * @param feasts indices of the weeks of a yearly feast, up to that week; half a week more if it is between a week and the next
 */
export function rangeAndSignal(
  counts: readonly number[],
  at: number,
  feasts: readonly number[] = [],
): { readonly range: ExpectedRange | undefined; readonly signal: WeeklySignal | undefined } {
  const predict = predictionsAt(counts, at, feasts);
  const prediction = predict?.(1);
  const isEnough = sumOf(counts, at, recentWeeks) >= leastRecentEvents;
  return {
    range: prediction && rangeOf(prediction, rangeChance),
    signal: isEnough && predict ? signalFrom(predict, counts, at) : undefined,
  };
}

function signalFrom(
  predict: (weeks: number) => Prediction | undefined,
  counts: readonly number[],
  at: number,
): WeeklySignal | undefined {
  let strongest: WeeklySignal | undefined;
  for (const weeks of windows) {
    const prediction = predict(weeks);
    if (prediction === undefined) continue;
    const count = sumOf(counts, at, weeks);
    const p = prediction.atLeast(count);
    const alpha = signalChance[prediction.method];
    if (p >= alpha || p >= (strongest?.p ?? 1)) continue;
    strongest = { ...rangeOf(prediction, alpha), weeks, count, p };
  }
  return strongest;
}

/** All signals of the weeks from one index to another, both included, oldest first: consecutive weeks are one. */
export function signalsOf(counts: readonly number[], from: number, to: number): Signal[] {
  return gatherSignals(Array.from({ length: to - from + 1 }, (_, index) => weeklySignal(counts, from + index))).map((signal) => ({
    ...signal,
    first: signal.first + from,
    last: signal.last + from,
    at: signal.at + from,
  }));
}

/** The signals of weeks that follow each other, `undefined` where a week is none; indices are those of the list. */
export function gatherSignals(weekly: readonly (WeeklySignal | undefined)[]): Signal[] {
  const signals: Signal[] = [];
  for (const [at, signal] of weekly.entries()) {
    if (signal === undefined) continue;
    const before = signals.at(-1);
    if (before?.last !== at - 1) signals.push({ first: at, last: at, at, strongest: signal });
    else signals[signals.length - 1] = { ...before, last: at, ...(signal.p < before.strongest.p && { strongest: signal, at }) };
  }
  return signals;
}

function rangeOf({ method, expected, quantile }: Prediction, alpha: number): ExpectedRange {
  return { method, expected, low: quantile(alpha), high: quantile(1 - alpha) };
}

function sumOf(counts: readonly number[], at: number, weeks: number): number {
  let sum = 0;
  for (let week = Math.max(0, at - weeks + 1); week <= at; week++) sum += counts[week]!;
  return sum;
}

/** What to expect of one or more weeks together, up to the one at an index. */
function predictionsAt(
  counts: readonly number[],
  at: number,
  feasts: readonly number[] = [],
): ((weeks: number) => Prediction | undefined) | undefined {
  return earlierYears(at) >= 3
    ? fromEarlierYears(counts, at, feasts)
    : at < earsWeeks
      ? undefined
      : (weeks) => fromLastWeeks(counts, at, weeks);
}

/**
 * A negative binomial count with the variance of a count, φ per event, and that of its estimated mean. Farrington and others add the two
 * likewise (Journal of the Royal Statistical Society A 159, 1996); `noufailyThreshold` leaves the second out or takes a far limit of the mean.
 */
function fromEarlierYears(
  counts: readonly number[],
  at: number,
  feasts: readonly number[],
): ((weeks: number) => Prediction) | undefined {
  const expectation = farringtonExpectation(counts, at, feasts);
  if (expectation === undefined) return undefined;
  return (weeks) => {
    const { feast = expectation } = expectation;
    const halves = expectation.feast ? feasts.flatMap((week) => [Math.floor(week), Math.ceil(week)]) : [];
    const ofFeast = halves.filter((week) => week > at - weeks && week <= at).length / 2;
    const usual = (weeks - ofFeast) * Math.exp(expectation.logMean);
    const more = ofFeast * Math.exp(feast.logMean);
    const expected = usual + more;
    // Of a feast between two weeks, each has half of what it adds, or any part of that: the variance of an even chance from none to all.
    const added = ofFeast % 1 === 0 ? 0 : Math.exp(feast.logMean) - Math.exp(expectation.logMean);
    // The two means are of different weeks.
    const variance = (usual * expectation.error) ** 2 + (more * feast.error) ** 2 + added ** 2 / 12;
    const dispersion = expectation.dispersion + variance / expected;
    return {
      method: 'farrington',
      expected,
      atLeast: (count) => chanceOfAtLeast(count, expected, dispersion),
      quantile: (probability) => quantileOfCount(probability, expected, dispersion),
    };
  };
}

/**
 * As EARS C1, but with the prediction interval of a normal variable whose mean and variance are both of seven values: mean ± t × √(1 + 1/7) × deviation (Hahn and Meeker,
 * Statistical Intervals, section 4.7), and a deviation that is not below that of a Poisson count, nor below 1. One week only: of several, some would be among the seven.
 */
function fromLastWeeks(counts: readonly number[], at: number, weeks: number): Prediction | undefined {
  if (weeks > 1) return undefined;
  const { mean, deviation } = lastWeeks(counts, at);
  const scale = Math.max(deviation, Math.sqrt(mean), 1) * Math.sqrt(1 + 1 / earsWeeks);
  const freedom = earsWeeks - 1;
  return {
    method: 'ears',
    expected: mean,
    atLeast: (count) => tCdf((mean - count) / scale, freedom),
    quantile: (probability) => {
      const bound = mean + tQuantile(probability, freedom) * scale;
      return Math.max(0, probability < 0.5 ? Math.ceil(bound) : Math.floor(bound));
    },
  };
}
