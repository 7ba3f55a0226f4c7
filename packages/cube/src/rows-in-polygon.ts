import type { Ring } from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { RowRange } from './cube-rows.ts';
import { type Bounds, boundsOfTile, squareZoom, zOrder } from './mercator.ts';
import { emptyBitmap, type RowBitmap, setRow } from './row-bitmap.ts';
import { firstFrom } from './spatial-index.ts';

/**
 * Degrees by which sides are taken to be nearer than they are, when it is decided that one passes by: more than rounding can move a
 * point or the place where a side is crossed. Whatever is nearer is compared point by point.
 */
const margin = 1e-5;
/** Squares of the map with no more points than this are not divided on the way down to those of the index. */
const fewPoints = 32;
/** The smallest squares are divided into cells, which are in blocks, so that few sides are near most points. */
const cellsAcross = 16;
const blockSide = 4;
const blocksAcross = cellsAcross / blockSide;

/** The sides of a ring that are not level, which alone a line to the east can cross, each from one corner to the next. Degrees. */
interface Sides {
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
}

/** What is known of all points of a square of the map. */
interface Surroundings {
  /** Numbers of the sides that lie east of some of the points at their latitude, and not of all. */
  readonly near: readonly number[];
  /** Whether the number of sides that lie east of every one of the points is odd. */
  readonly odd: boolean;
}

/**
 * The rows of a range whose point lies in a polygon, by the even-odd rule: exactly those that `polygon` of the domain holds to lie in it.
 * The squares of the map are divided again and again. For each, only the sides that come near it are remembered; where none does, all
 * of its points are inside or none is, and they are not looked at.
 */
export function rowsInPolygon(cube: Cube, ring: Ring, { start, end }: RowRange): RowBitmap {
  const sides = sidesOf(ring);
  const bitmap = emptyBitmap(cube);
  const index = cube.spatialIndex;
  const { squares, rows, start: starts } = index;
  const { lon, lat } = cube.columns;

  /** Of the squares from position `first` to before `after`, which are those of a tile. */
  function visit(z: number, x: number, y: number, first: number, after: number, known: Surroundings): void {
    if (first === after) return;
    const { near, odd } = surroundings(sides, boundsOfTile({ z, x, y }), known);
    if (near.length === 0 && !odd) return;
    if (near.length > 0 && z < squareZoom && starts[after]! - starts[first]! > fewPoints)
      return divide(z, x, y, first, after, { near, odd });
    for (let square = first; square < after; square++) {
      const from = firstFrom(rows, start, starts[square], starts[square + 1]);
      const to = firstFrom(rows, end, from, starts[square + 1]);
      if (near.length === 0) for (let at = from; at < to; at++) setRow(bitmap, rows[at]!);
      else addInside(square, from, to, { near, odd });
    }
  }

  /** Adds those of a square that are inside, from position `from` to before `to`. Only of the cells in which there are points is it found out what is near. */
  function addInside(square: number, from: number, to: number, known: Surroundings): void {
    const west = index.west[square]!;
    const south = index.south[square]!;
    const width = (index.east[square]! - west + 1) / cellsAcross;
    const height = (index.north[square]! - south + 1) / cellsAcross;
    const [columnsPerUnit, linesPerUnit] = [1 / width, 1 / height];
    const boundsOf = (column: number, line: number, cells: number): Bounds => ({
      west: (west + column * width) / 1e6,
      south: (south + line * height) / 1e6,
      east: (west + (column + cells) * width) / 1e6,
      north: (south + (line + cells) * height) / 1e6,
    });
    const blocks: (Surroundings | undefined)[] = Array.from({ length: blocksAcross ** 2 });
    const cells: (Surroundings | undefined)[] = Array.from({ length: cellsAcross ** 2 });
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const column = ((lon[row]! - west) * columnsPerUnit) >>> 0;
      const line = ((lat[row]! - south) * linesPerUnit) >>> 0;
      let here = cells[line * cellsAcross + column];
      if (here === undefined) {
        const [blockColumn, blockLine] = [Math.floor(column / blockSide), Math.floor(line / blockSide)];
        const block = (blocks[blockLine * blocksAcross + blockColumn] ??= surroundings(
          sides,
          boundsOf(blockColumn * blockSide, blockLine * blockSide, blockSide),
          known,
        ));
        here = cells[line * cellsAcross + column] = surroundings(sides, boundsOf(column, line, 1), block);
      }
      bitmap.words[row >>> 5]! |= inside(sides, here, lon[row]! / 1e6, lat[row]! / 1e6) << (row & 31);
    }
  }

  function divide(z: number, x: number, y: number, first: number, after: number, known: Surroundings): void {
    const side = squareZoom - z - 1;
    let from = first;
    for (let quarter = 0; quarter < 4; quarter++) {
      const [column, line] = [2 * x + (quarter & 1), 2 * y + (quarter >>> 1)];
      const next = zOrder(column << side, line << side) + 4 ** side;
      const to = firstFrom(squares, next, from, after);
      visit(z + 1, column, line, from, to, known);
      from = to;
    }
  }

  visit(0, 0, 0, 0, squares.length, { near: [...sides.x1.keys()], odd: false });
  return bitmap;
}

function sidesOf(ring: Ring): Sides {
  const pairs = ring
    .map(([x1, y1], at) => ({ x1, y1, x2: ring[(at + 1) % ring.length]![0], y2: ring[(at + 1) % ring.length]![1] }))
    .filter(({ y1, y2 }) => y1 !== y2);
  const numbers = (name: keyof Sides) => Float64Array.from(pairs, (pair) => pair[name]);
  return { x1: numbers('x1'), y1: numbers('y1'), x2: numbers('x2'), y2: numbers('y2') };
}

/** What of the surroundings of a square is left for the points of one of its parts. */
function surroundings({ x1, y1, x2, y2 }: Sides, { west, south, east, north }: Bounds, known: Surroundings): Surroundings {
  const near: number[] = [];
  let { odd } = known;
  for (const side of known.near) {
    const fromX = x1[side]!;
    const fromY = y1[side]!;
    const toX = x2[side]!;
    const toY = y2[side]!;
    const low = Math.min(fromY, toY);
    const high = Math.max(fromY, toY);
    if (low > north + margin || high < south - margin) continue;
    // Where the side enters and leaves the latitudes of the part.
    const slope = (toX - fromX) / (toY - fromY);
    const entry = fromX + slope * (Math.max(low, south - margin) - fromY);
    const exit = fromX + slope * (Math.min(high, north + margin) - fromY);
    if (Math.max(entry, exit) < west - margin) continue;
    const isBeyond = Math.min(entry, exit) > east + margin;
    if (isBeyond && low < south - margin && high > north + margin) odd = !odd;
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
