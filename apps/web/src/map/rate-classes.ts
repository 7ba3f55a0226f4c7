/** Classes of a map of rates, from low to high. */
export const rateClassCount = 5;

/** Bounds begin with one of these: each is about a quarter more than the one before, the third after it about twice as much. */
const roundDigits = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
/** The longest step between two bounds: about a doubling, so that no class hides more. */
export const doubling = 3;
const inner = rateClassCount - 1;

/** The round numbers in their order, `roundNumber(0)` being 1. */
function roundNumber(at: number): number {
  const power = Math.floor(at / roundDigits.length);
  return Number((roundDigits[at - power * roundDigits.length]! * 10 ** power).toPrecision(2));
}

/** Position of the greatest round number that a rate reaches. */
function reached(rate: number): number {
  let at = roundDigits.length * Math.ceil(Math.log10(rate)) + 1;
  while (roundNumber(at) > rate) at--;
  return at;
}

/**
 * The bounds between the classes of every map of rates: round numbers that grow evenly, by as much as the rates leave room for. The
 * highest class is used; of the scales of which that is so, this is the one in whose classes fewest places are alike.
 * @param rates of all that is drawn; without any above zero the bounds begin at 1
 * @param wanted how many round numbers a bound is from the next
 */
export function rateBounds(rates: readonly number[], wanted?: number): number[] {
  const positive = rates.filter((rate) => rate > 0);
  if (positive.length === 0) return [1, 2, 4, 8];
  const [lowest, highest] = [reached(Math.min(...positive)), reached(Math.max(...positive))];
  const step = wanted ?? Math.min(doubling, Math.max(1, Math.floor((highest - lowest - 1) / (inner - 1))));
  const scales = Array.from({ length: Math.max(1, highest - lowest) }, (_, lower) =>
    Array.from({ length: inner }, (__, at) => roundNumber(highest - lower - (inner - 1 - at) * step)),
  );
  const alike = (bounds: readonly number[]) => {
    const counts = Array.from({ length: rateClassCount }, () => 0);
    for (const rate of positive) counts[rateClass(rate, bounds)]!++;
    return counts.reduce((sum, count) => sum + count ** 2, 0);
  };
  return scales.reduce((best, next) => (alike(next) < alike(best) ? next : best));
}

/** The class of a rate, from 0. A rate on a bound belongs to the class above it. */
export function rateClass(rate: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => rate >= bound).length;
}
