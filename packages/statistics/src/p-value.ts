import { normalCdf } from '#distributions';
import { type Change, normalQuantile } from './rates.ts';

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

/**
 * P-values adjusted for their number, in the order given: those of at most 5% are a list of which on average at most 5% are chance
 * (Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57, 1995).
 * The least of p(j) × m / j over all j from the rank of the value up, and at most 1. It holds for tests that are independent or that
 * depend on each other positively, such as places that rise together. Throws `RangeError` on a value outside 0 to 1.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('A p-value is from 0 to 1');
  const descending = pValues.map((p, index) => ({ p, index })).sort((one, other) => other.p - one.p);
  const adjusted = Array<number>(pValues.length).fill(1);
  let least = 1;
  for (const [place, { p, index }] of descending.entries()) {
    least = Math.min(least, (p * pValues.length) / (pValues.length - place));
    adjusted[index] = least;
  }
  return adjusted;
}
