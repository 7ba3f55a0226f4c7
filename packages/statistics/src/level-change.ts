import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { fitLogLinear } from './log-linear.ts';

/** From one step of a series on, its level is another. */
export interface LevelChange {
  /** Index of the first step of the new level. */
  readonly at: number;
  /** The 95% interval of that index. */
  readonly earliest: number;
  readonly latest: number;
  /** New level divided by the one before, with its 95% interval over all of those dates. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface LevelOptions {
  /** What the expected count of each step is a multiple of, such as the days of its month; 1 if left out. */
  readonly exposure?: readonly number[];
  /** Steps of a season, 12 by default. It is allowed for from three whole cycles on, if each of its steps has an event. */
  readonly cycle?: number;
}

/** A level lasts for at least this share of the series, and for so many steps. */
const leastShare = 0.15;
const leastSteps = 6;
/** 5% critical values for that share and one level: of UDmax, and of a second change beside the first (Bai and Perron 2003, tables 1 and 2). */
const anyChange = 8.88;
const secondChange = 10.13;
/** 95% quantile of twice the log-likelihood lost at the true date: (1 − e^(−x/2))² = 0.95. */
const dateDistance = -2 * Math.log(1 - Math.sqrt(0.95));

/**
 * Dates at which the level of a series of counts changed, oldest first: none, one or two.
 *
 * A quasi-Poisson regression on the log scale, with factors for the season and one level for each part of the series. All dates and pairs of
 * dates are tried. A change is one where the largest gain exceeds what the search itself brings in 5% of series without a change: UDmax, the greater of the
 * F statistics for one and for two changes; a second one needs its own (Bai and Perron, "Estimating and testing linear models with multiple
 * structural changes", Econometrica 66, 1998, and "Critical values for multiple structural change tests", Econometrics Journal 6, 2003;
 * Andrews, Econometrica 61, 1993). Gains are in units of the dispersion (at least 1), and those of short series are brought from the scale of F to that of χ².
 *
 * The interval of a date is the dates whose likelihood is not much lower (Siegmund, "Confidence sets in change-point problems",
 * International Statistical Review 56, 1988; Eo and Morley, Quantitative Economics 6, 2015), and that of the size is of all those dates.
 *
 * Limits: a slow trend looks like one or two changes, and months that depend on those before bring more false ones. A level of no events is not
 * found until it has one. At least 24 steps and 20 events, else none.
 *
 * @param counts oldest first; `null` where a step was not counted
 */
export function levelChanges(counts: readonly (number | null)[], { exposure, cycle = 12 }: LevelOptions = {}): LevelChange[] {
  const series = seriesOf(counts, exposure, cycle);
  if (series.length < 24 || series.rows.reduce((sum, { count }) => sum + count, 0) < 20) return [];
  const none = fitAt(series, []);
  const one = none && bestFit(series, none, 1);
  if (none === undefined || one === undefined) return [];
  const two = bestFit(series, one, 2) ?? one;
  const ofOne = chiSquared((none.deviance - one.deviance) / one.dispersion, one.degreesOfFreedom);
  const ofTwo = halfChiSquared((none.deviance - two.deviance) / (2 * two.dispersion), two.degreesOfFreedom);
  if (Math.max(ofOne, ofTwo) <= anyChange) return [];
  const isSecond = chiSquared((one.deviance - two.deviance) / two.dispersion, two.degreesOfFreedom) > secondChange;
  return isSecond ? described(two) : ofOne > anyChange ? described(one) : [];
}

interface Row {
  readonly step: number;
  readonly count: number;
  readonly exposure: number;
  readonly season: number;
}

interface Series {
  /** Steps, also those not counted. */
  readonly length: number;
  readonly rows: readonly Row[];
  readonly seasons: number;
}

function seriesOf(counts: readonly (number | null)[], exposure: readonly number[] | undefined, cycle: number): Series {
  const rows = counts.flatMap((count, step) =>
    count === null ? [] : { step, count, exposure: exposure?.[step] ?? 1, season: step % cycle },
  );
  if (rows.some((row) => !(row.count >= 0) || !(row.exposure > 0)))
    throw new RangeError('A count is at least 0, and an exposure above 0');
  const events = Array<number>(cycle).fill(0);
  for (const { count, season } of rows) events[season]! += count;
  const seasonal = rows.length >= 3 * cycle && !events.includes(0);
  return {
    length: counts.length,
    rows: seasonal ? rows : rows.map((row) => ({ ...row, season: 0 })),
    seasons: seasonal ? cycle : 1,
  };
}

/** A regression with changes at some steps. */
interface Fit {
  readonly steps: readonly number[];
  readonly deviance: number;
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  /** Counts, and what they would be in proportion to without a change, season included, added up to before each step. */
  readonly events: Float64Array;
  readonly usual: Float64Array;
}

function fitAt({ length, rows, seasons }: Series, steps: readonly number[]): Fit | undefined {
  const covariates = steps.map((at) => Float64Array.from(rows, ({ step }) => (step >= at ? 1 : 0)));
  const fit = fitLogLinear({
    counts: rows.map(({ count }) => count),
    group: Uint8Array.from(rows, ({ season }) => season),
    groups: seasons,
    covariates,
    exposure: Float64Array.from(rows, (row) => row.exposure),
  });
  if (fit === undefined) return undefined;
  const events = new Float64Array(length + 1);
  const usual = new Float64Array(length + 1);
  for (const [row, { step, count }] of rows.entries()) {
    events[step + 1] = count;
    usual[step + 1] = fit.means[row]! / Math.exp(fit.slopes.reduce((sum, slope, at) => sum + slope * covariates[at]![row]!, 0));
  }
  for (let step = 0; step < length; step++) {
    events[step + 1]! += events[step]!;
    usual[step + 1]! += usual[step]!;
  }
  return {
    steps,
    deviance: fit.deviance,
    dispersion: Math.max(1, fit.dispersion),
    degreesOfFreedom: fit.degreesOfFreedom,
    events,
    usual,
  };
}

/** The regression with the best dates: those of greatest likelihood with the season of a fit, then once more with the season found with them. */
function bestFit(series: Series, from: Fit, changes: 1 | 2): Fit | undefined {
  let best: Fit | undefined;
  for (let round = 0; round < 3; round++) {
    const steps = bestSteps(best ?? from, series.length, changes);
    if (steps === undefined || steps.join() === best?.steps.join()) break;
    const next = fitAt(series, steps);
    if (next === undefined || next.deviance >= (best?.deviance ?? Infinity)) break;
    best = next;
  }
  return best;
}

function bestSteps(fit: Fit, length: number, changes: 1 | 2): number[] | undefined {
  const least = leastLength(length);
  let best: number[] | undefined;
  let most = -Infinity;
  for (let first = least; first <= length - changes * least; first++) {
    const before = likelihood(fit, 0, first);
    if (changes === 1) {
      const all = before + likelihood(fit, first, length);
      if (all > most) [most, best] = [all, [first]];
      continue;
    }
    for (let second = first + least; second <= length - least; second++) {
      const all = before + likelihood(fit, first, second) + likelihood(fit, second, length);
      if (all > most) [most, best] = [all, [first, second]];
    }
  }
  return best;
}

const leastLength = (length: number) => Math.max(leastSteps, Math.ceil(leastShare * length));

/** Logarithm of the likelihood of one level from a step to before another, without what is the same for all; −∞ without an event. */
function likelihood({ events, usual }: Fit, from: number, to: number): number {
  const count = events[to]! - events[from]!;
  return count > 0 ? count * Math.log(count / (usual[to]! - usual[from]!)) : -Infinity;
}

function described(fit: Fit): LevelChange[] {
  const { steps, dispersion, degreesOfFreedom, events, usual } = fit;
  const length = events.length - 1;
  const width = tQuantile(0.975, degreesOfFreedom) * Math.sqrt(dispersion);
  return steps.map((at, place) => {
    const [from, to] = [steps[place - 1] ?? 0, steps[place + 1] ?? length];
    const around = (step: number) => likelihood(fit, from, step) + likelihood(fit, step, to);
    const sizeAt = (step: number) => {
      const [before, after] = [events[step]! - events[from]!, events[to]! - events[step]!];
      const ratio = after / (usual[to]! - usual[step]!) / (before / (usual[step]! - usual[from]!));
      const spread = Math.exp(width * Math.sqrt(1 / before + 1 / after));
      return { ratio, low: ratio / spread, high: ratio * spread };
    };
    const dates = Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index).filter(
      (step) => (2 * (around(at) - around(step))) / dispersion <= dateDistance,
    );
    const sizes = dates.map(sizeAt);
    return {
      at,
      earliest: Math.min(at, ...dates),
      latest: Math.max(at, ...dates),
      ratio: sizeAt(at).ratio,
      low: Math.min(...sizes.map(({ low }) => low)),
      high: Math.max(...sizes.map(({ high }) => high)),
    };
  });
}

/** The χ² with one degree of freedom that is as seldom exceeded as an F with 1 and so many. */
function chiSquared(ratio: number, degreesOfFreedom: number): number {
  if (!(ratio > 0)) return 0;
  const tail = tCdf(-Math.sqrt(ratio), degreesOfFreedom);
  return tail < 1e-15 ? ratio : normalQuantile(tail, 0, 1) ** 2;
}

/** Half the χ² with two degrees of freedom that is as seldom exceeded as an F with 2 and so many: both tails are elementary. */
function halfChiSquared(ratio: number, degreesOfFreedom: number): number {
  return ratio > 0 ? (degreesOfFreedom / 2) * Math.log1p((2 * ratio) / degreesOfFreedom) : 0;
}
