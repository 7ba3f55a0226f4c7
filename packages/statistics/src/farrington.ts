import { normalQuantile, tCdf } from '#distributions';
import { fitLogLinear, type LogLinearFit } from './log-linear.ts';
import { chanceOfAtLeast, quantileOfCount } from './count-distribution.ts';

export interface Threshold {
  /** Least and greatest count that chance gives, each but for `alpha` of the weeks. */
  readonly low: number;
  readonly high: number;
  /** Chance of a count at least as high as the one given. */
  readonly p: number;
}

/**
 * Thresholds of a count about its expectation (Noufaily and others, Statistics in Medicine 32, 2013, section 3.4): quantiles of a negative
 * binomial, or Poisson, variable. `nbPlugin` takes the mean as it is estimated, and so finds too much where it is uncertain; `muan` its
 * upper 1 − α quantile, and so finds little.
 */
export function noufailyThreshold(
  { logMean, error, dispersion }: Pick<Expectation, 'logMean' | 'error' | 'dispersion'>,
  count: number,
  alpha: number,
  method: 'muan' | 'nbPlugin',
): Threshold {
  const mean = Math.exp(method === 'muan' ? normalQuantile(1 - alpha, logMean, error) : logMean);
  return {
    low: quantileOfCount(alpha, mean, dispersion),
    high: quantileOfCount(1 - alpha, mean, dispersion),
    p: chanceOfAtLeast(count, mean, dispersion),
  };
}

/** What a series leads one to expect of one week: its mean on the log scale, with the uncertainty of that and of a count about it. */
export interface Expectation {
  readonly logMean: number;
  /** Standard error of `logMean`. */
  readonly error: number;
  /** Variance of a count in units of its mean, at least 1. */
  readonly dispersion: number;
  /** Whether a trend over the years is in it. */
  readonly trend: boolean;
  /** Number of earlier years that it is of. */
  readonly years: number;
  /** The mean of a week with a feast, where such weeks had more than those around them. */
  readonly feast?: Pick<Expectation, 'logMean' | 'error'>;
}

const weeksPerYear = 365.25 / 7;
/** Weeks before and after the same week of an earlier year that are taken for alike. */
const halfWindow = 3;
/** Parts of a year: those seven weeks, and nine of the rest; and the weeks with a feast, where they have a part of their own. */
const parts = 10;
const feastPart = parts;
/** The newest weeks are left out, so that a rise in progress is not taken for usual. */
const weeksLeftOut = 26;
const mostYears = 5;
const leastYears = 3;
/** Anscombe residuals above this are of earlier outbreaks, which weigh less. */
const outbreakResidual = 2.58;
const trendLevel = 0.05;
/** Feasts have a part of their own where chance gives their weeks as many events as they have more seldom than this. */
const feastLevel = 0.05;

/** Number of earlier years that the week at this index has in full before it, at most five. */
export function earlierYears(at: number): number {
  for (let years = mostYears; years > 0; years--) if (sameWeek(at, years) - halfWindow >= 0) return years;
  return 0;
}

/** The index of the same week a number of years before. */
const sameWeek = (at: number, years: number) => at - Math.round(years * weeksPerYear);

/**
 * What the weeks up to half a year before lead one to expect of the week at an index, by the improved Farrington algorithm (Noufaily,
 * Enki, Farrington, Garthwaite, Andrews and Charlett, "An improved algorithm for outbreak detection in multiple surveillance systems",
 * Statistics in Medicine 32, 2013): a quasi-Poisson regression on the log scale with a factor of ten parts of the year, of which one is
 * the same week and three before and after it, and a linear trend; fitted again with weights that make less of earlier outbreaks. The
 * trend is kept where it differs from none at 5% and the expectation is not above every earlier week.
 *
 * Unlike there, the dispersion is that of the first fit: the weights also take the rare high counts of few events for outbreaks, and with
 * the dispersion that is left after them, quiet series of two a week with a dispersion of 1.5 gave about half as many false signals again.
 * Where a part of the year has no event the factor is left out. `undefined` with less than three earlier years. A series without any event
 * has the expectation of half an event over its weeks (Jeffreys), with its large error.
 *
 * Unlike there, too, the weeks of a feast have a part of their own where they had more events than the weeks around them. The parts are
 * too long for what happens in one week of each year, and the weights would make little of it every year.
 *
 * @param counted events of each week, oldest first
 * @param nights indices of the weeks of a yearly feast; half a week more if it is between a week and the next
 */
export function farringtonExpectation(
  counted: readonly number[],
  at: number,
  nights: readonly number[] = [],
): Expectation | undefined {
  const years = earlierYears(at);
  if (years < leastYears) return undefined;
  const { counts, feasts } = inOneWeek(counted, at, nights);
  const history = historyOf(counts, at, years, isNotable(counts, at, years, feasts) ? feasts : []);
  const total = history.counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) {
    const logMean = Math.log(0.5 / history.counts.length);
    return { logMean, error: Math.SQRT2, dispersion: 1, trend: false, years };
  }
  const seasonal = history.ofPart.slice(0, parts).every((count) => count > 0);
  const withTrend = fitReweighted(history, seasonal, true);
  if (withTrend !== undefined && isTrendKept(withTrend, history.counts)) return { ...expectationOf(withTrend), trend: true, years };
  const without = fitReweighted(history, seasonal, false);
  return without === undefined ? undefined : { ...expectationOf(without), trend: false, years };
}

interface History {
  readonly counts: Float64Array;
  /** In years from the week in question, below 0. */
  readonly times: Float64Array;
  /** 0 for the part of the year of the week in question. */
  readonly part: Uint8Array;
  /** Events of each part of the year. */
  readonly ofPart: readonly number[];
}

/** Takes what was usual as the count of the first week of a feast between two weeks, and the rest of both as that of the week of the feast. */
function inOneWeek(
  counts: readonly number[],
  at: number,
  feasts: readonly number[],
): { readonly counts: readonly number[]; readonly feasts: readonly number[] } {
  const moved = [...counts];
  for (const feast of feasts) {
    const [first, second] = [Math.floor(feast), Math.ceil(feast)];
    if (first === second || second > at) continue;
    const around = counts.slice(Math.max(0, first - halfWindow), second + halfWindow + 1);
    const both = counts[first]! + counts[second]!;
    const mean = (around.reduce((sum, count) => sum + count, 0) - both) / (around.length - 2);
    const usual = Math.min(both, Math.round(mean));
    [moved[first], moved[second]] = [usual, both - usual];
  }
  return { counts: moved, feasts: feasts.map(Math.ceil) };
}

/** Whether the weeks of a feast had more events than the weeks around them had. */
function isNotable(counts: readonly number[], at: number, years: number, feasts: readonly number[]): boolean {
  const first = sameWeek(at, years) - halfWindow;
  const own = feasts.filter((week) => week >= first && week < at - weeksLeftOut);
  const around = own.flatMap((week) =>
    [...Array(2 * halfWindow + 1).keys()]
      .map((after) => week - halfWindow + after)
      .filter((one) => one !== week && one >= first && one < at - weeksLeftOut),
  );
  const sumOf = (weeks: readonly number[]) => weeks.reduce((sum, week) => sum + counts[week]!, 0);
  const expected = (sumOf(around) * own.length) / around.length;
  return own.length >= leastYears && chanceOfAtLeast(sumOf(own), Math.max(expected, Number.MIN_VALUE), 1) < feastLevel;
}

function historyOf(counts: readonly number[], at: number, years: number, feasts: readonly number[]): History {
  const first = sameWeek(at, years) - halfWindow;
  const length = at - weeksLeftOut - first;
  const history = { counts: new Float64Array(length), times: new Float64Array(length), part: new Uint8Array(length) };
  const ofPart = Array<number>(parts + 1).fill(0);
  let year = years;
  for (let row = 0; row < length; row++) {
    const week = first + row;
    while (week > sameWeek(at, year - 1) - halfWindow - 1) year--;
    history.counts[row] = counts[week]!;
    history.times[row] = (week - at) / weeksPerYear;
    history.part[row] = feasts.includes(week)
      ? feastPart
      : partOf(week - sameWeek(at, year) - halfWindow - 1, sameWeek(at, year - 1) - sameWeek(at, year));
    ofPart[history.part[row]!]! += counts[week]!;
  }
  return { ...history, ofPart };
}

/** @param after weeks since the end of the window about the same week, below 0 within it @param length of the year in weeks */
function partOf(after: number, length: number): number {
  if (after < 0) return 0;
  const others = parts - 1;
  const between = length - 2 * halfWindow - 1;
  // The first parts are a week longer than the last ones where they cannot be equal.
  const short = Math.floor(between / others);
  const long = between % others;
  return (
    1 + (after < long * (short + 1) ? Math.floor(after / (short + 1)) : long + Math.floor((after - long * (short + 1)) / short))
  );
}

/** A fit, and the dispersion of the one before the weights. */
interface Reweighted {
  readonly fit: LogLinearFit;
  readonly dispersion: number;
  /** The group of the weeks with a feast. */
  readonly feast: number | undefined;
}

function fitReweighted({ counts, times, part, ofPart }: History, seasonal: boolean, trend: boolean): Reweighted | undefined {
  const withFeast = ofPart[feastPart]! > 0;
  const data = {
    counts,
    group: seasonal ? part : part.map((one) => (one === feastPart ? 1 : 0)),
    groups: (seasonal ? parts : 1) + (withFeast ? 1 : 0),
    covariates: trend ? [times] : [],
  };
  const plain = fitLogLinear(data);
  if (plain === undefined) return undefined;
  const residuals = positiveResiduals(counts, plain);
  const { dispersion } = plain;
  const feast = withFeast ? data.groups - 1 : undefined;
  if (!residuals.some((residual) => residual > outbreakResidual)) return { fit: plain, dispersion, feast };
  const fit = fitLogLinear({ ...data, weights: outbreakWeights(residuals, outbreakResidual) });
  return fit && { fit, dispersion, feast };
}

/**
 * Anscombe residuals, 3/2 (y^⅔ μ^−⅙ − μ^½) / √(φ(1 − h)) (Farrington and others, Journal of the Royal Statistical Society A 159, 1996), of the
 * counts above their mean; 0 of the others.
 */
function positiveResiduals(counts: Float64Array, { means, leverages, dispersion }: LogLinearFit): Float64Array {
  const residuals = new Float64Array(counts.length);
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row]!;
    const mean = means[row]!;
    if (count <= mean) continue;
    const raw = 1.5 * (Math.cbrt(count ** 2) / Math.sqrt(Math.cbrt(mean)) - Math.sqrt(mean));
    residuals[row] = raw / Math.sqrt(Math.max(dispersion, 1) * Math.max(1 - leverages[row]!, 1e-9));
  }
  return residuals;
}

/** Weights of mean 1 that fall with the square of a residual above the threshold, and are equal for all others. */
export function outbreakWeights(residuals: Float64Array, threshold: number): Float64Array {
  const weights = new Float64Array(residuals.length);
  let sum = 0;
  for (let row = 0; row < weights.length; row++) {
    const residual = residuals[row]!;
    sum += weights[row] = residual > threshold ? residual ** -2 : 1;
  }
  const scale = weights.length / sum;
  for (let row = 0; row < weights.length; row++) weights[row]! *= scale;
  return weights;
}

function isTrendKept({ fit, dispersion }: Reweighted, counts: Float64Array): boolean {
  const error = Math.sqrt(Math.max(dispersion, 1) * fit.inverse[0]![0]!);
  const chance = 2 * tCdf(-Math.abs(fit.slopes[0]! / error), fit.degreesOfFreedom);
  return chance < trendLevel && fit.predict(0, [0]).logMean <= Math.log(Math.max(...counts));
}

/** Of the week in question: the first part of the year, at time 0. */
function expectationOf({ fit, dispersion: ofFit, feast }: Reweighted): Omit<Expectation, 'trend' | 'years'> {
  const dispersion = Math.max(ofFit, 1);
  const predicted = (group: number) => {
    const { logMean, variance } = fit.predict(group, [0]);
    return { logMean, error: Math.sqrt(dispersion * variance) };
  };
  return { ...predicted(0), dispersion, ...(feast !== undefined && { feast: predicted(feast) }) };
}
