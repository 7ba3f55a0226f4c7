/** Points in space, in one unit of length; on a plane every `z` is 0. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

/** Mean radius of the Earth in metres (IUGG). */
const earthRadius = 6_371_008.8;

/**
 * Points of the Earth in metres from its centre. Straight lines between them are as long as the way over ground to a millionth up to 30 km.
 * @param lon degrees
 * @param lat degrees
 */
export function positionsOnEarth(lon: ArrayLike<number>, lat: ArrayLike<number>): Positions {
  const [x, y, z] = [new Float64Array(lon.length), new Float64Array(lon.length), new Float64Array(lon.length)];
  for (let at = 0; at < lon.length; at++) {
    const [along, up] = [(lon[at]! * Math.PI) / 180, (lat[at]! * Math.PI) / 180];
    x[at] = earthRadius * Math.cos(up) * Math.cos(along);
    y[at] = earthRadius * Math.cos(up) * Math.sin(along);
    z[at] = earthRadius * Math.sin(up);
  }
  return { x, y, z };
}

/** The pairs of points of one band of distances: those of the points at `order[one[k]]` and `order[other[k]]`, for each k. */
export interface PairsOfBand {
  readonly one: Uint32Array;
  readonly other: Uint32Array;
}

export interface NearPairs {
  /** The points in an order in which near ones are mostly close together. */
  readonly order: Uint32Array;
  /** For each band, the nearest first. */
  readonly bands: readonly PairsOfBand[];
  readonly pairs: number;
}

/**
 * All pairs of points up to the last of the distances apart, each once, by band: the first band is from 0 to the first distance, each other
 * one from above the distance before. `null` where there are more than `most`.
 * @param distances in the unit of the positions, ascending, each included in its band
 */
export function nearPairs(positions: Positions, distances: readonly number[], most: number): NearPairs | null {
  const cells = cellsOf(positions, distances.at(-1)!);
  const { order } = cells;
  const [x, y, z] = [positions.x, positions.y, positions.z].map((of) => Float64Array.from(order, (point) => of[point]!)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const squares = Float64Array.from(distances, (distance) => distance ** 2);
  const farthest = squares.at(-1)!;

  /** Calls for each pair; the second point is always the later in order. */
  const forEachPair = (found: (band: number, one: number, other: number) => void) => {
    for (let cell = 0; cell < cells.near.length; cell++) {
      const near = cells.near[cell]!;
      for (let one = cells.start[cell]!; one < cells.start[cell + 1]!; one++)
        for (const nearCell of near)
          for (let other = nearCell === cell ? one + 1 : cells.start[nearCell]!; other < cells.start[nearCell + 1]!; other++) {
            const square = (x[one]! - x[other]!) ** 2 + (y[one]! - y[other]!) ** 2 + (z[one]! - z[other]!) ** 2;
            if (square > farthest) continue;
            let band = 0;
            while (square > squares[band]!) band++;
            found(band, one, other);
          }
    }
  };

  const counts = distances.map(() => 0);
  let pairs = 0;
  forEachPair((band) => {
    counts[band]! += 1;
    pairs++;
  });
  if (pairs > most) return null;
  const bands = counts.map((count) => ({ one: new Uint32Array(count), other: new Uint32Array(count) }));
  counts.fill(0);
  forEachPair((band, one, other) => {
    const at = counts[band]!++;
    bands[band]!.one[at] = one;
    bands[band]!.other[at] = other;
  });
  return { order, bands, pairs };
}

interface Cells {
  /** Points by cell. */
  readonly order: Uint32Array;
  /** Where each cell begins in the order. */
  readonly start: Uint32Array;
  /** For each cell itself and the later ones next to it that have points. */
  readonly near: readonly (readonly number[])[];
}

/** Points by the cubes of this width that they are in. */
function cellsOf({ x, y, z }: Positions, width: number): Cells {
  const axes = [x, y, z].map((of) => {
    const least = of.reduce((lowest, one) => Math.min(lowest, one), Infinity);
    return Int32Array.from(of, (one) => Math.floor((one - least) / width));
  }) as [Int32Array, Int32Array, Int32Array];
  const [columns, rows, layers] = axes;
  // A cube each way is left free, so that no neighbour is taken for one at the other end.
  const sizes = axes.map((of) => of.reduce((most, one) => Math.max(most, one), 0) + 3) as [number, number, number];
  const keyAt = (column: number, row: number, layer: number) => (column * sizes[1] + row) * sizes[2] + layer;
  const keys = Float64Array.from(columns, (column, at) => keyAt(column, rows[at]!, layers[at]!));
  const order = Uint32Array.from(keys.keys()).sort((one, other) => keys[one]! - keys[other]! || one - other);
  const starts: number[] = [];
  const cellOfKey = new Map<number, number>();
  for (let at = 0; at < order.length; at++) {
    const key = keys[order[at]!]!;
    if (at > 0 && key === keys[order[at - 1]!]!) continue;
    cellOfKey.set(key, starts.length);
    starts.push(at);
  }
  const around = [-1, 0, 1].flatMap((column) => [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((layer) => keyAt(column, row, layer))));
  const later = around.filter((step) => step >= 0);
  const near = [...cellOfKey.keys()].map((key) => later.flatMap((step) => cellOfKey.get(key + step) ?? []));
  return { order, start: Uint32Array.from([...starts, order.length]), near };
}
