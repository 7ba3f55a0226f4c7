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
