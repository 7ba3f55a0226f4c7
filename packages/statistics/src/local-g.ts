import { normalCdf } from '#distributions';
import { checkNeighbours, type Neighbours, type SpatialWeights } from './spatial-weights.ts';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How far the values around a place are above (positive) or below what the same values in random order would give. */
export interface LocalG {
  /** Standard deviations. */
  readonly z: number;
  /** Two-sided p-value by the normal approximation. */
  readonly p: number;
}

/**
 * Getis–Ord statistic of each place as a z-score: Gi* (`star`) adds up the values of a place and its neighbours, Gi those of its neighbours only
 * (Getis and Ord, "The analysis of spatial association by use of distance statistics", Geographical Analysis 24, 1992; Ord and Getis,
 * "Local spatial autocorrelation statistics", Geographical Analysis 27, 1995). With W the sum of the weights of a place, over the N values that
 * may stand there (without its own for Gi), of mean m and variance v: z = (Σ w y − W m) / √(v W (N − W) / (N − 1)).
 *
 * This is `G_Local` of PySAL esda, also for row-standardised weights, where esda takes W = 1 as if a mean were a single value; so z is
 * smaller there than the formula of Ord and Getis gives. Prefer binary weights. esda gives the one-sided p-value, half of this one.
 *
 * `null` where there is nothing to say: no neighbour, all places neighbours, or all values alike. Throws `RangeError` on neighbours that do not
 * fit the values, and on fewer than three values.
 */
export function localG(
  values: readonly number[],
  { neighbours, kind }: SpatialWeights,
  { star }: { readonly star: boolean },
): (LocalG | null)[] {
  checkNeighbours(values, neighbours);
  if (values.length < 3) throw new RangeError('Local statistics need at least three values');
  const sum = sumOf(values, (value) => value);
  const squares = sumOf(values, (value) => value ** 2);
  return values.map((own, place) => {
    const apart = star ? 0 : own;
    const count = values.length - (star ? 0 : 1);
    const mean = (sum - apart) / count;
    const variance = (squares - apart ** 2) / count - mean ** 2;
    const near = neighbours[place]!;
    const size = near.length + (star ? 1 : 0);
    const weight = kind === 'binary' ? 1 : 1 / size;
    const total = sumOf(near, (other) => values[other]!) + (star ? own : 0);
    const weights = size === 0 ? 0 : size * weight;
    const spread = (variance * weights * (count - weights)) / (count - 1);
    // Values that are all alike leave a variance of rounding errors.
    if (!(spread > 0) || variance <= (Number.EPSILON * count * squares) / count) return null;
    const z = (total * weight - weights * mean) / Math.sqrt(spread);
    return { z, p: 2 * normalCdf(-Math.abs(z), 0, 1) };
  });
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

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
