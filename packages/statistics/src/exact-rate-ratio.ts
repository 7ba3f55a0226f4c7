import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { type Estimate, tailShare } from './exact-interval.ts';
import type { Count } from './rate-ratio.ts';

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
