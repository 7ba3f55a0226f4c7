import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { checkNeighbours, type SpatialWeights } from './spatial-weights.ts';

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
