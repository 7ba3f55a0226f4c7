import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { checkNeighbours, type Neighbours } from './spatial-weights.ts';

/**
 * Two-sided p-value of Gi* of each place by draws: as many values as the place and its neighbours have are drawn from all values, without
 * returning one, and p is twice the share of draws whose sum is at least as far out, the observed one counted among them (Davison and Hinkley,
 * Bootstrap Methods and their Application, 1997, section 4.2). It asks the same as the z-score of `localG` with `star` and binary weights, which
 * takes such sums to be normal. With few neighbours and values as uneven as counts of incidents they are not: one place with very many
 * incidents would make all its neighbours hot spots. No p-value is below 2 / (draws + 1).
 *
 * `null` for a place without a neighbour, or with all others as neighbours. Throws `RangeError` on neighbours that do not fit the values.
 * @param seed whole number; the same seed gives the same p-values
 */
export function localGByDraws(
  values: readonly number[],
  neighbours: Neighbours,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): (number | null)[] {
  checkNeighbours(values, neighbours);
  const drawn = new Map<number, Float64Array>();
  return neighbours.map((near, place) => {
    const size = near.length + 1;
    if (size === 1 || size === values.length) return null;
    const sums = drawn.get(size) ?? sumsOfDraws(values, size, draws, seed);
    drawn.set(size, sums);
    const sum = near.reduce((total, other) => total + values[other]!, values[place]!);
    // The same numbers added up in another order can differ in the last digits.
    const rounding = Math.abs(sum) * 1e-12;
    const atMost = countBelow(sums, sum + rounding);
    const atLeast = draws - countBelow(sums, sum - rounding);
    return Math.min(1, (2 * (1 + Math.min(atMost, atLeast))) / (draws + 1));
  });
}

/** Sums of so many values drawn at random, smallest first. */
function sumsOfDraws(values: readonly number[], size: number, draws: number, seed: number): Float64Array {
  const random = xoroshiro128plus(seed);
  const pool = Float64Array.from(values);
  return Float64Array.from({ length: draws }, () => {
    let sum = 0;
    // The first steps of a Fisher–Yates shuffle; the pool may be in any order before.
    for (let taken = 0; taken < size; taken++) {
      const other = taken + Math.floor(((random.next() >>> 0) / 2 ** 32) * (pool.length - taken));
      const value = pool[other]!;
      pool[other] = pool[taken]!;
      pool[taken] = value;
      sum += value;
    }
    return sum;
  }).sort();
}

/** How many of the sorted numbers are at most this one. */
function countBelow(sorted: Float64Array, most: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
