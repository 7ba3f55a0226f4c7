import { normalQuantile, tCdf, tQuantile } from '#distributions';
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
  /** Whether the ratio allows for the season. */
  readonly seasonal: boolean;
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
  const one = bestFit(series, 1);
  if (none === undefined || one === undefined) return [];
  const two = bestFit(series, 2) ?? one;
  const ofOne = chiSquared((none.deviance - one.deviance) / one.dispersion, one.degreesOfFreedom);
  const ofTwo = halfChiSquared((none.deviance - two.deviance) / (2 * two.dispersion), two.degreesOfFreedom);
  if (Math.max(ofOne, ofTwo) <= anyChange) return [];
  const isSecond = chiSquared((one.deviance - two.deviance) / two.dispersion, two.degreesOfFreedom) > secondChange;
  return isSecond ? described(series, two) : ofOne > anyChange ? described(series, one) : [];
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

/** The regression with the best dates, of all that leave each level its least length. */
function bestFit(series: Series, changes: 1 | 2): Fit | undefined {
  const { length } = series;
  const profile = profileOf(series);
  const least = leastLength(length);
  let best: number[] | undefined;
  let most = -Infinity;
  const take = (steps: number[]) => {
    const found = profile(steps);
    if (found > most) [most, best] = [found, steps];
  };
  for (let first = least; first <= length - changes * least; first++) {
    if (changes === 1) take([first]);
    else for (let second = first + least; second <= length - least; second++) take([first, second]);
  }
  return best && fitAt(series, best);
}

/**
 * Gives the greatest log-likelihood with changes at some steps, without what is the same for all; −∞ if a level has no event. The
 * regression needs no more than the events of each level and season and the exposure of each season in each level, so that all dates can be
 * tried.
 */
function profileOf({ length, rows, seasons }: Series): (steps: readonly number[]) => number {
  const events = new Float64Array(length + 1);
  /** Of the seasons, before each step. */
  const exposures = new Float64Array((length + 1) * seasons);
  const ofSeason = new Float64Array(seasons);
  for (const { step, count, exposure, season } of rows) {
    events[step + 1] = count;
    exposures[(step + 1) * seasons + season] = exposure;
    ofSeason[season]! += count;
  }
  for (let step = 0; step < length; step++) events[step + 1]! += events[step]!;
  for (let at = seasons; at < exposures.length; at++) exposures[at]! += exposures[at - seasons]!;
  return ([first = length, second = length]) => {
    const counts = [events[first]!, events[second]! - events[first]!, events[length]! - events[second]!] as const;
    const levels = second < length ? 3 : 2;
    if (counts.slice(0, levels).some((count) => count <= 0)) return -Infinity;
    return greatestLikelihood(counts, { exposures, ofSeason, ends: [first, second, length] });
  };
}

/** Exposures of the seasons before each step, events of each season, and where the three levels end; the last can be empty. */
interface Levels {
  readonly exposures: Float64Array;
  readonly ofSeason: Float64Array;
  readonly ends: readonly [number, number, number];
}

/**
 * By Newton's method: Σ C(p) β(p) − Σ C(s) ln Σ E(s, p) exp β(p), over levels p and seasons s, where the first β is 0 and that of each season is
 * already the best.
 */
function greatestLikelihood(
  [before, middle, last]: readonly [number, number, number],
  { exposures, ofSeason, ends: [first, second, length] }: Levels,
): number {
  const seasons = ofSeason.length;
  const [startOf1, startOf2, end] = [first * seasons, second * seasons, length * seasons];
  let [all0, all1, all2] = [0, 0, 0];
  for (let season = 0; season < seasons; season++) {
    all0 += exposures[startOf1 + season]!;
    all1 += exposures[startOf2 + season]! - exposures[startOf1 + season]!;
    all2 += exposures[end + season]! - exposures[startOf2 + season]!;
  }
  let one = Math.log((middle * all0) / (all1 * before));
  let two = last === 0 ? 0 : Math.log((last * all0) / (all2 * before));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const [ofOne, ofTwo] = [Math.exp(one), Math.exp(two)];
    let [g1, g2, h11, h12, h22] = [middle, last, 0, 0, last === 0 ? 1 : 0];
    for (let season = 0; season < seasons; season++) {
      const count = ofSeason[season]!;
      if (count === 0) continue;
      const [e0, e1, e2] = [exposures[startOf1 + season]!, exposures[startOf2 + season]!, exposures[end + season]!];
      const mean = e0 + (e1 - e0) * ofOne + (e2 - e1) * ofTwo;
      const [w1, w2] = [((e1 - e0) * ofOne) / mean, ((e2 - e1) * ofTwo) / mean];
      g1 -= count * w1;
      g2 -= count * w2;
      h11 += count * w1 * (1 - w1);
      h12 -= count * w1 * w2;
      h22 += count * w2 * (1 - w2);
    }
    const determinant = h11 * h22 - h12 ** 2;
    if (!(determinant > 0)) return -Infinity;
    const [step1, step2] = [(h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant];
    one += Math.max(-1, Math.min(1, step1));
    two += Math.max(-1, Math.min(1, step2));
    // Twice what the likelihood gains by this step; the next one gains the square of it.
    if (g1 * step1 + g2 * step2 < precision) break;
  }
  const [ofOne, ofTwo] = [Math.exp(one), Math.exp(two)];
  let likelihood = middle * one + last * two;
  for (let season = 0; season < seasons; season++) {
    const [e0, e1, e2] = [exposures[startOf1 + season]!, exposures[startOf2 + season]!, exposures[end + season]!];
    if (ofSeason[season]! > 0) likelihood -= ofSeason[season]! * Math.log(e0 + (e1 - e0) * ofOne + (e2 - e1) * ofTwo);
  }
  return likelihood;
}

/** Gain of the likelihood from which on a step is the last. */
const precision = 1e-5;
const iterations = 40;

const leastLength = (length: number) => Math.max(leastSteps, Math.ceil(leastShare * length));

function described(series: Series, fit: Fit): LevelChange[] {
  const { steps, dispersion, degreesOfFreedom, events, usual } = fit;
  const { length } = series;
  const profile = profileOf(series);
  const width = tQuantile(0.975, degreesOfFreedom) * Math.sqrt(dispersion);
  return steps.map((at, place) => {
    const [from, to] = [steps[place - 1] ?? 0, steps[place + 1] ?? length];
    const around = (step: number) => profile(steps.with(place, step));
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
      seasonal: series.seasons > 1,
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
