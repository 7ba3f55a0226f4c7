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
