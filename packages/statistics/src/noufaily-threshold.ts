import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { chanceOfAtLeast, quantileOfCount } from './count-distribution.ts';
import type { Expectation } from './farrington.ts';

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
