import type { Ring } from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { RowRange } from './cube-rows.ts';
import { judgedRows } from './judged-rows.ts';
import type { RowBitmap } from './row-bitmap.ts';

/**
 * Degrees by which sides are taken to be nearer than they are, when it is decided that one passes by: more than rounding can move a
 * point or the place where a side is crossed. Whatever is nearer is compared point by point.
 */
const margin = 1e-5;

/** The sides of a ring that are not level, which alone a line to the east can cross, each from one corner to the next. Degrees. */
interface Sides {
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
}

/** What is known of all points of a leaf or node. */
interface Surroundings {
  /** Numbers of the sides that lie east of some of the points at their latitude, and not of all. */
  readonly near: readonly number[];
  /** Whether the number of sides that lie east of every one of the points is odd. */
  readonly odd: boolean;
}

/**
 * The rows of a range whose point lies in a polygon, by the even-odd rule: exactly those that `polygon` of the domain holds to lie in it.
 * The tree of points is gone through from its root. Of each node, only the sides that come near it are remembered; where none does, all
 * of its points are inside or none is, and they are not looked at.
 */
export function rowsInPolygon(cube: Cube, ring: Ring, range: RowRange): RowBitmap {
  const sides = sidesOf(ring);
  const { west, south, east, north } = cube.spatialIndex.tree;
  return judgedRows<Surroundings>(
    cube,
    range,
    { near: [...sides.x1.keys()], odd: false },
    {
      node(place, above) {
        const known = surroundings(
          sides,
          west[place]! / 1e6 - margin,
          south[place]! / 1e6 - margin,
          east[place]! / 1e6 + margin,
          north[place]! / 1e6 + margin,
          above,
        );
        return known.near.length === 0 ? known.odd : known;
      },
      point: (lon, lat, known) => inside(sides, known, lon / 1e6, lat / 1e6),
    },
  );
}

function sidesOf(ring: Ring): Sides {
  const pairs = ring
    .map(([x1, y1], at) => ({ x1, y1, x2: ring[(at + 1) % ring.length]![0], y2: ring[(at + 1) % ring.length]![1] }))
    .filter(({ y1, y2 }) => y1 !== y2);
  const numbers = (name: keyof Sides) => Float64Array.from(pairs, (pair) => pair[name]);
  return { x1: numbers('x1'), y1: numbers('y1'), x2: numbers('x2'), y2: numbers('y2') };
}

/** What of the surroundings of a node is left for the points of one of its parts. */
function surroundings(
  { x1, y1, x2, y2 }: Sides,
  west: number,
  south: number,
  east: number,
  north: number,
  known: Surroundings,
): Surroundings {
  const near: number[] = [];
  let { odd } = known;
  for (let at = 0; at < known.near.length; at++) {
    const side = known.near[at]!;
    const fromX = x1[side]!;
    const fromY = y1[side]!;
    const toX = x2[side]!;
    const toY = y2[side]!;
    const low = Math.min(fromY, toY);
    const high = Math.max(fromY, toY);
    if (low > north || high < south) continue;
    // Where the side enters and leaves the latitudes of the part.
    const slope = (toX - fromX) / (toY - fromY);
    const entry = fromX + slope * (Math.max(low, south) - fromY);
    const exit = fromX + slope * (Math.min(high, north) - fromY);
    if (Math.max(entry, exit) < west) continue;
    const isBeyond = Math.min(entry, exit) > east;
    if (isBeyond && low < south && high > north) odd = !odd;
    else near.push(side);
  }
  return { near, odd };
}

/** The arithmetic is that of `polygon` in the domain, so that points on a side fall on the same side of it. 1 or 0. */
function inside({ x1, y1, x2, y2 }: Sides, { near, odd }: Surroundings, lon: number, lat: number): number {
  let crossed = odd ? 1 : 0;
  for (let at = 0; at < near.length; at++) {
    const side = near[at]!;
    const fromY = y1[side]!;
    const toY = y2[side]!;
    if (fromY > lat !== toY > lat) {
      const fromX = x1[side]!;
      crossed ^= Number(lon < ((x2[side]! - fromX) * (lat - fromY)) / (toY - fromY) + fromX);
    }
  }
  return crossed;
}
