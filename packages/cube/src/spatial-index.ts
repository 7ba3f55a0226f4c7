import { incidentTypes, type IncidentType, type TileAddress } from '@monitor/domain';
import { type CubeRows, type Field, noDegrees } from './cube-rows.ts';
import { mercatorXOf, squareZoom, zOrder } from './mercator.ts';
import { type PointTree, pointTreeOf, rowsAlongCurve } from './point-tree.ts';

/**
 * Rows with a point gathered by square of the earth and by location; squares in Z order, so that every tile up to the squares' zoom
 * is one run of them. A square that a border cuts is there once for each location. What is said of a square is said of the points
 * of all filters taken together.
 */
export interface SpatialIndex {
  /** Number of each square along the Z-shaped curve, ascending; the same number for the parts of a square that a border cuts. */
  readonly squares: Uint32Array;
  /** Of each square, the position of its location among the values of the group's field `country`. */
  readonly location: Uint16Array;
  /** Mean of its points in web mercator from the west and the north, as parts of the whole. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * A point in each quarter of it, the one nearest to the middle of the quarter, in web mercator as parts of the whole; four of each
   * square, not a number where the quarter has none.
   */
  readonly placeX: Float64Array;
  readonly placeY: Float64Array;
  /** Bounds of its points in millionths of a degree. */
  readonly west: Int32Array;
  readonly south: Int32Array;
  readonly east: Int32Array;
  readonly north: Int32Array;
  /** Rows by square, neighbours together within each. */
  readonly rows: Uint32Array;
  /** Over the points of `rows`, across all squares. */
  readonly tree: PointTree;
  /** First position in `rows` of each square; one entry more than there are squares. */
  readonly start: Uint32Array;
  /** For each combination of the group `square`, the position of its square; -1 without a point. */
  readonly ofCombination: Int32Array;
  /** For each combination of the group `square`, the position of its type in the vocabulary. */
  readonly typeOfCombination: Uint8Array;
}

/** Positions in `squares` of the squares that a tile covers, or of the one in which it lies: the first, and the one after the last. */
export function squaresOfTile({ squares }: SpatialIndex, { z, x, y }: TileAddress): { first: number; end: number } {
  const finer = Math.max(0, z - squareZoom);
  const coarser = Math.max(0, squareZoom - z);
  const from = zOrder((x >>> finer) << coarser, (y >>> finer) << coarser);
  return { first: firstFrom(squares, from), end: firstFrom(squares, from + 4 ** coarser) };
}

/** Position of the first number not below the given one, among ascending numbers. */
function firstFrom(ascending: Uint32Array, number: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More than there can be different locations. */
const mostLocations = 2 ** 16;

export function spatialIndexOf(cube: CubeRows): SpatialIndex {
  const { square, country, type } = cube.groups.square.fields as Record<'square' | 'country' | 'type', Field>;
  // Number of the square and location as one number, by which the parts of a square come one after another.
  const parts = Float64Array.from(square.positions, (position, code) =>
    square.values[position] === null ? -1 : Number(square.values[position]) * mostLocations + country.positions[code]!,
  );
  const sorted = [...new Set(parts)].filter((part) => part >= 0).sort((one, other) => one - other);
  const placeOfPart = new Map(sorted.map((part, place) => [part, place]));
  const squares = Uint32Array.from(sorted, (part) => Math.floor(part / mostLocations));
  const ofCombination = Int32Array.from(parts, (part) => placeOfPart.get(part) ?? -1);
  const bySquare = rowsBySquare(cube, squares.length, ofCombination);
  const typeOfValue = type.values.map((value) => incidentTypes.indexOf(value as IncidentType));
  return {
    squares,
    location: Uint16Array.from(sorted, (part) => part % mostLocations),
    ofCombination,
    typeOfCombination: Uint8Array.from(type.positions, (position) => typeOfValue[position]!),
    ...measuredSquares(cube, squares.length, ofCombination),
    ...bySquare,
    tree: pointTreeOf(cube, bySquare.rows),
  };
}

/** Side of a quarter of a square, the whole earth being 2³². */
const quarterSide = 2 ** (32 - squareZoom - 1);

function measuredSquares(cube: CubeRows, count: number, ofCombination: Int32Array) {
  const { codes } = cube.groups.square;
  const { lon, lat, mercatorY } = cube.columns;
  const points = new Uint32Array(count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const placeX = new Float64Array(4 * count).fill(Number.NaN);
  const placeY = new Float64Array(4 * count).fill(Number.NaN);
  const farOff = new Float64Array(4 * count).fill(Infinity);
  const west = new Int32Array(count).fill(180e6);
  const south = new Int32Array(count).fill(90e6);
  const east = new Int32Array(count).fill(-180e6);
  const north = new Int32Array(count).fill(-90e6);
  for (let row = 0; row < cube.rows; row++) {
    if (lon[row] === noDegrees) continue;
    const square = ofCombination[codes[row]!]!;
    points[square]!++;
    const [pointX, pointY] = [mercatorXOf(lon[row]!), mercatorY[row]!];
    x[square]! += pointX / 2 ** 32;
    y[square]! += pointY / 2 ** 32;
    const [column, line] = [(pointX / quarterSide) & 1, (pointY / quarterSide) & 1];
    const quarter = 4 * square + 2 * line + column;
    const off = Math.hypot((pointX % quarterSide) - quarterSide / 2, (pointY % quarterSide) - quarterSide / 2);
    if (off < farOff[quarter]!) {
      farOff[quarter] = off;
      placeX[quarter] = pointX / 2 ** 32;
      placeY[quarter] = pointY / 2 ** 32;
    }
    if (lon[row]! < west[square]!) west[square] = lon[row]!;
    if (lon[row]! > east[square]!) east[square] = lon[row]!;
    if (lat[row]! < south[square]!) south[square] = lat[row]!;
    if (lat[row]! > north[square]!) north[square] = lat[row]!;
  }
  for (let square = 0; square < count; square++) {
    x[square]! /= points[square]!;
    y[square]! /= points[square]!;
  }
  return { x, y, placeX, placeY, west, south, east, north };
}

function rowsBySquare(cube: CubeRows, count: number, ofCombination: Int32Array) {
  const { codes } = cube.groups.square;
  const start = new Uint32Array(count + 1);
  const neighbours = rowsAlongCurve(cube);
  for (let at = 0; at < neighbours.length; at++) start[ofCombination[codes[neighbours[at]!]!]! + 1]!++;
  for (let square = 1; square <= count; square++) start[square]! += start[square - 1]!;
  const next = start.slice();
  const rows = new Uint32Array(neighbours.length);
  for (let at = 0; at < neighbours.length; at++) {
    const row = neighbours[at]!;
    rows[next[ofCombination[codes[row]!]!]!++] = row;
  }
  return { rows, start };
}
