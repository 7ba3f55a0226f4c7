import { betaCdf, betaQuantile, gammaQuantile } from '#distributions';

/** A normal variable lies within so many standard deviations of its mean in 95% of cases. */
export const normalQuantile = 1.959964;

/** A number with its interval, all in one unit. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Share of an interval's cases on either side of it. */
const tailShare = 0.025;

/**
 * Up to this many events the bounds are exact. The incomplete gamma function of @stdlib 0.3.1 has an error of up to some percent for
 * arguments above 1,000 (at shape 1,500 and value 1,461.27 it gives 0.1300 where 0.1586 is true); the approximation of Byar differs from the exact bounds
 * by less than a millionth from here on.
 */
const exactUpTo = 900;

/**
 * Exact central 95% interval of the mean of a Poisson count, in events: from the 2.5% quantile of a gamma variable of shape `events`
 * to the 97.5% quantile of one of shape `events + 1` (Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936).
 * It holds the true mean in at least 95% of cases, and for few events in more. Throws `RangeError` on a count below zero.
 */
export function exactCountInterval(events: number): { readonly low: number; readonly high: number } {
  if (!(events >= 0)) throw new RangeError('A count is at least 0');
  if (events > exactUpTo) return countInterval(events);
  return {
    low: events === 0 ? 0 : gammaQuantile(tailShare, events, 1),
    high: gammaQuantile(1 - tailShare, events + 1, 1),
  };
}

/**
 * Rate of events with its exact central 95% interval (`exactCountInterval` divided by the exposure).
 * The exposure is taken as known: the interval does not allow for errors of a population figure.
 * @param per number of units of exposure that the rate is given for, such as 100,000 people
 */
export function exactRate({ events, exposure }: Count, per = 1): Estimate {
  if (!(exposure > 0)) throw new RangeError('A rate needs an exposure above 0');
  const { low, high } = exactCountInterval(events);
  const scale = per / exposure;
  return { value: events * scale, low: low * scale, high: high * scale };
}

/**
 * 95% interval of a Poisson count by Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research, volume II,
 * section 2.3), close to the exact one from 0 events on. Throws `RangeError` on a count below zero.
 */
export function countInterval(events: number): { readonly low: number; readonly high: number } {
  if (!(events >= 0)) throw new RangeError('A count is at least 0');
  const bound = (count: number, quantile: number) => count * (1 - 1 / (9 * count) + quantile / (3 * Math.sqrt(count))) ** 3;
  return { low: events === 0 ? 0 : bound(events, -normalQuantile), high: bound(events + 1, normalQuantile) };
}

/** On average. */
export const daysPerYear = 365.25;

/**
 * Events per 100,000 people and year.
 * @param people mean population over the period
 * @param days length of the period, both ends included
 */
export function ratePer100000(events: number, people: number, days: number): number {
  if (!(people > 0) || !(days > 0)) throw new RangeError('A rate needs people and days above 0');
  return (events / people) * 100_000 * (daysPerYear / days);
}

/** Events counted over an exposure, such as days or person-years. */
export interface Count {
  readonly events: number;
  /** Any unit, the same on both sides of a comparison. */
  readonly exposure: number;
  /** How many times as uncertain the number is as one of events that happen one by one, at random; 1 if left out. */
  readonly dispersion?: number | undefined;
}

/** A ratio of two rates with its 95% interval, or the reason why none is given. */
export type Change =
  | { readonly kind: 'change'; readonly ratio: number; readonly low: number; readonly high: number }
  | { readonly kind: 'too_few' | 'in_waves' };

/** Fewer events than this in either period say too little about change. */
export const leastEvents = 10;

/**
 * Ratio of the later rate to the earlier one, with its 95% interval on the log scale: `ln ratio ± 1.96 √(φa/a + φb/b)`, that of Poisson
 * counts where both dispersions φ are 1 (Rothman, Greenland and Lash, Modern Epidemiology, chapter 14), and of quasi-Poisson counts where
 * not (McCullagh and Nelder, Generalized Linear Models, section 6.2.3): a/φ single events would be as uncertain.
 * Where either period has fewer than `leastEvents` such events there is none: `too_few` if it has fewer events at all, else `in_waves`. Throws `RangeError` on counts below zero or no exposure.
 */
export function rateRatio(later: Count, earlier: Count): Change {
  for (const { events, exposure } of [later, earlier]) {
    if (!(events >= 0) || !(exposure > 0)) throw new RangeError('A rate needs a count of at least 0 and an exposure above 0');
  }
  if (later.events < leastEvents || earlier.events < leastEvents) return { kind: 'too_few' };
  if (singleEvents(later) < leastEvents || singleEvents(earlier) < leastEvents) return { kind: 'in_waves' };
  return intervalOfRatio(later, earlier, 1 / singleEvents(later) + 1 / singleEvents(earlier));
}

/** Number of events that happen one by one, at random, and would be as uncertain. */
function singleEvents({ events, dispersion = 1 }: Count): number {
  return events / dispersion;
}

/** The ratio of two rates with the 95% interval that a variance of its logarithm gives. Both counts are above 0. */
export function intervalOfRatio(later: Count, earlier: Count, variance: number): Change & { readonly kind: 'change' } {
  const ratio = later.events / later.exposure / (earlier.events / earlier.exposure);
  const spread = Math.exp(normalQuantile * Math.sqrt(variance));
  return { kind: 'change', ratio, low: ratio / spread, high: ratio * spread };
}

/** A ratio of two rates; infinite where only the later period has events. */
export interface ExactRatio extends Estimate {
  /** Two-sided p-value that the rates are equal: at most 5% where the interval leaves out 1, and only there. */
  readonly p: number;
}

/**
 * Ratio of the later rate to the earlier one with its exact central 95% interval, for small counts too; `undefined` without an event.
 *
 * Of a + b events a binomial number falls into the later period, whose share π is estimated with its Clopper–Pearson interval (quantiles
 * of beta variables), and the ratio is π/(1 − π) × exposure earlier/exposure later (Przyborowski and Wilenski, "Homogeneity of results in
 * testing samples from Poisson series", Biometrika 31, 1940). The p-value is twice the smaller tail, which fits the central interval
 * (Fay, "Two-sided exact tests and matching confidence intervals for discrete data", The R Journal 2, 2010).
 *
 * Exact for events that happen one by one; where several come with one incident, use `clusterRatio`. Holds the true ratio in at least
 * 95% of cases. Throws `RangeError` on counts below zero or no exposure.
 */
export function exactRateRatio(later: Count, earlier: Count): ExactRatio | undefined {
  for (const { events, exposure } of [later, earlier]) {
    if (!(events >= 0) || !(exposure > 0)) throw new RangeError('A rate needs a count of at least 0 and an exposure above 0');
  }
  const [a, b] = [later.events, earlier.events];
  if (a + b === 0) return undefined;
  const ofShare = (share: number) => ((share / (1 - share)) * earlier.exposure) / later.exposure;
  const equal = later.exposure / (later.exposure + earlier.exposure);
  // The chance of at least a, and of at most a, of a + b events in the later period.
  const atLeast = a === 0 ? 1 : betaCdf(equal, a, b + 1);
  const atMost = b === 0 ? 1 : betaCdf(1 - equal, b, a + 1);
  return {
    value: ofShare(a / (a + b)),
    low: a === 0 ? 0 : ofShare(betaQuantile(tailShare, a, b + 1)),
    high: b === 0 ? Infinity : ofShare(betaQuantile(1 - tailShare, a + 1, b)),
    p: Math.min(1, 2 * Math.min(atLeast, atMost)),
  };
}
