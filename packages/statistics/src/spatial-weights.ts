import { normalCdf } from '#distributions';

/** For each place the positions of its neighbours in the list of places; no place is its own neighbour. */
export type Neighbours = readonly (readonly number[])[];

/** Which places count as near each other, and how much each neighbour counts. */
export interface SpatialWeights {
  readonly neighbours: Neighbours;
  /** `binary`: each neighbour counts 1. `row_standardised`: all neighbours of a place count 1 together, so that their sum is a mean. */
  readonly kind: 'binary' | 'row_standardised';
}

/**
 * The neighbours of points on a plane: all others within a distance, that distance included.
 * @param points in any unit of length
 * @param threshold in the same unit
 */
export function distanceBand(points: readonly (readonly [x: number, y: number])[], threshold: number): Neighbours {
  return points.map(([x, y], one) =>
    points.flatMap(([otherX, otherY], other) => (other !== one && Math.hypot(x - otherX, y - otherY) <= threshold ? [other] : [])),
  );
}

/** Throws `RangeError` unless there is one list of neighbours for each value, of other places that exist, each named once. */
export function checkNeighbours(values: readonly number[], neighbours: Neighbours): void {
  if (neighbours.length !== values.length) throw new RangeError('Each value needs its own list of neighbours');
  for (const [place, list] of neighbours.entries()) {
    if (list.some((other) => !Number.isInteger(other) || other < 0 || other >= values.length))
      throw new RangeError(`A neighbour of place ${place} is not in the list of places`);
    if (list.includes(place)) throw new RangeError(`Place ${place} is its own neighbour`);
    if (new Set(list).size < list.length) throw new RangeError(`A neighbour of place ${place} is named twice`);
  }
}

/** Whether neighbouring places have similar values (above `expected`) or unlike ones (below). */
export interface MoransI {
  readonly i: number;
  /** Its mean if the values were in random order: −1 / (n − 1). */
  readonly expected: number;
  /** Two-sided p-value as if the values were normal. */
  readonly pNormal: number;
  /** Two-sided p-value for these values in random order, whatever their distribution. Use this one for counts. */
  readonly pRandom: number;
}

/**
 * Moran's I of all places (Moran, "Notes on continuous stochastic phenomena", Biometrika 37, 1950), with the variances under normality and under
 * randomisation of Cliff and Ord, Spatial Processes, 1981, section 1.5. With z the differences from the mean, S0 the sum of the weights:
 * I = n / S0 × Σ w z z / Σ z². The definitions are those of `Moran` of PySAL esda.
 * `null` where all values are alike or no place has a neighbour. Throws `RangeError` on neighbours that do not fit the values, and on
 * fewer than four values.
 */
export function moransI(values: readonly number[], { neighbours, kind }: SpatialWeights): MoransI | null {
  checkNeighbours(values, neighbours);
  const n = values.length;
  if (n < 4) throw new RangeError('Moran’s I needs at least four values');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const z = values.map((value) => value - mean);
  const squares = z.reduce((sum, one) => sum + one ** 2, 0);
  const weightOf = (place: number) => (kind === 'binary' ? 1 : 1 / neighbours[place]!.length);
  const columns = Array<number>(n).fill(0);
  let cross = 0;
  let s0 = 0;
  let s1 = 0;
  for (const [place, near] of neighbours.entries()) {
    const weight = weightOf(place);
    for (const other of near) {
      cross += weight * z[place]! * z[other]!;
      s0 += weight;
      columns[other]! += weight;
      // Half of Σ (w + w')², in which a pair that goes one way only is met once here and belongs there twice.
      const back = neighbours[other]!.includes(place) ? weightOf(other) : null;
      s1 += back === null ? weight ** 2 : (weight + back) ** 2 / 2;
    }
  }
  const spread = Math.max(...values.map(Math.abs));
  if (s0 === 0 || squares <= (Number.EPSILON * n * spread) ** 2) return null;
  const s2 = neighbours.reduce(
    (sum, near, place) => sum + ((near.length === 0 ? 0 : near.length * weightOf(place)) + columns[place]!) ** 2,
    0,
  );
  const i = ((n / s0) * cross) / squares;
  const expected = -1 / (n - 1);
  const normal = (n ** 2 * s1 - n * s2 + 3 * s0 ** 2) / ((n ** 2 - 1) * s0 ** 2) - expected ** 2;
  const kurtosis = (n * z.reduce((sum, one) => sum + one ** 4, 0)) / squares ** 2;
  const random =
    (n * ((n ** 2 - 3 * n + 3) * s1 - n * s2 + 3 * s0 ** 2) - kurtosis * ((n ** 2 - n) * s1 - 2 * n * s2 + 6 * s0 ** 2)) /
      ((n - 1) * (n - 2) * (n - 3) * s0 ** 2) -
    expected ** 2;
  const pOf = (variance: number) => 2 * normalCdf(-Math.abs(i - expected) / Math.sqrt(variance), 0, 1);
  return { i, expected, pNormal: pOf(normal), pRandom: pOf(random) };
}
