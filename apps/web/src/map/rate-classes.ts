/** Classes of a map of rates, from low to high. */
export const rateClassCount = 5;

/** Bounds begin with one of these digits, so that they and their doubles are short. */
const firstDigits = [1, 2, 3, 5];

/**
 * The bounds between the classes: each is twice the one before, so that no class hides more than a doubling. Of the bounds that begin
 * with a round number, those in whose middle the median lies.
 * @param rates of all that is drawn; without any above zero the bounds begin at 1
 */
export function rateBounds(rates: readonly number[]): number[] {
  const sorted = rates.filter((rate) => rate > 0).toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)];
  const inner = rateClassCount - 1;
  // The middle of the bounds, as a multiple of the first.
  const middle = 2 ** ((inner - 1) / 2);
  const wanted = median === undefined ? 1 : median / middle;
  const scale = 10 ** Math.floor(Math.log10(wanted));
  const candidates = [...firstDigits, 10].map((digit) => digit * scale);
  const distance = (first: number) => Math.abs(Math.log(first / wanted));
  const first = candidates.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  return Array.from({ length: inner }, (_, index) => Number((first * 2 ** index).toPrecision(3)));
}

/** The class of a rate, from 0. A rate on a bound belongs to the class above it. */
export function rateClass(rate: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => rate >= bound).length;
}
