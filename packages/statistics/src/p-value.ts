import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { normalQuantile } from './normal-quantile.ts';
import type { Change } from './rate-ratio.ts';

/**
 * Two-sided p-value that the rates of a change are equal, read from its 95% interval: at most 5% where that leaves out 1, and only there.
 * For the intervals of `rateRatio`, `clusterRatio` and `intervalOfRatio`, which are symmetric on the log scale:
 * z = |ln ratio| / ((ln high − ln low) / (2 × 1.96)), p = 2Φ(−z) (Altman and Bland, "How to obtain the P value from a confidence
 * interval", BMJ 343:d2304, 2011). `exactRateRatio` gives its own.
 */
export function pValueOfChange({ ratio, low, high }: Omit<Change & { readonly kind: 'change' }, 'kind'>): number {
  const error = Math.log(high / low) / (2 * normalQuantile);
  return 2 * normalCdf(-Math.abs(Math.log(ratio)) / error, 0, 1);
}
