import { incidentTypes, type IncidentType, type TileAddress } from '@monitor/domain';
import { type Cube, noDegrees } from './cube.ts';
import { squareZoom, zOrder } from './mercator.ts';

/** Where the points of one square lie, those of all filters taken together. */
export interface Square {
  /** Number along the Z-shaped curve. */
  readonly number: number;
  /** Sums over its points: web mercator from the west and north as parts of the whole, and how many there are. */
  x: number;
  y: number;
  points: number;
  /** Bounds in millionths of a degree. */
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Rows with a point gathered by square; squares in Z order, so that every tile up to the squares' zoom is one run of squares. */
interface SpatialIndex {
  readonly squares: readonly Square[];
  readonly rows: Uint32Array;
  /** First position in `rows` of each square of `squares`; one entry more than there are. */
  readonly start: Uint32Array;
  /** For each combination of the group `square`, the position of its square; -1 without a point. */
  readonly ofCombination: Int32Array;
  /** For each combination of the group `square`, the position of its type in the vocabulary. */
  readonly typeOfCombination: Uint8Array;
}

const indexes = new WeakMap<Cube, SpatialIndex>();

/** The index of a cube; made at the first need. */
export function spatialIndex(cube: Cube): SpatialIndex {
  let index = indexes.get(cube);
  if (!index) indexes.set(cube, (index = buildIndex(cube)));
  return index;
}

/** Positions in `squares` of the squares that a tile covers, or of the one in which it lies. */
export function squaresOfTile({ squares }: SpatialIndex, { z, x, y }: TileAddress): { first: number; end: number } {
  const finer = Math.max(0, z - squareZoom);
  const coarser = Math.max(0, squareZoom - z);
  const from = zOrder((x >>> finer) << coarser, (y >>> finer) << coarser);
  return { first: firstFrom(squares, from), end: firstFrom(squares, from + 4 ** coarser) };
}

function firstFrom(squares: readonly Square[], number: number): number {
  let low = 0;
  let high = squares.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (squares[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function buildIndex(cube: Cube): SpatialIndex {
  const { combinations, codes } = cube.groups.square;
  const numbers = [...new Set(combinations.flatMap(({ square }) => (square === null ? [] : [Number(square)])))].sort(
    (one, other) => one - other,
  );
  const positions = new Map(numbers.map((number, position) => [number, position]));
  const ofCombination = Int32Array.from(combinations, ({ square }) => (square === null ? -1 : positions.get(Number(square))!));
  const squares = numbers.map((number): Square => ({
    number,
    x: 0,
    y: 0,
    points: 0,
    west: 180e6,
    south: 90e6,
    east: -180e6,
    north: -90e6,
  }));
  const { lon, lat, mercatorY } = cube.columns;
  for (let row = 0; row < cube.rows; row++) {
    if (lon[row] === noDegrees) continue;
    const square = squares[ofCombination[codes[row]!]!]!;
    square.points++;
    square.x += (lon[row]! + 180e6) / 360e6;
    square.y += mercatorY[row]! / 2 ** 32;
    square.west = Math.min(square.west, lon[row]!);
    square.east = Math.max(square.east, lon[row]!);
    square.south = Math.min(square.south, lat[row]!);
    square.north = Math.max(square.north, lat[row]!);
  }
  const start = new Uint32Array(squares.length + 1);
  for (const [position, { points }] of squares.entries()) start[position + 1] = start[position]! + points;
  const next = start.slice();
  const rows = new Uint32Array(start.at(-1)!);
  for (let row = 0; row < cube.rows; row++) if (lon[row] !== noDegrees) rows[next[ofCombination[codes[row]!]!]!++] = row;
  const typeOfCombination = Uint8Array.from(combinations, ({ type }) => incidentTypes.indexOf(type as IncidentType));
  return { squares, rows, start, ofCombination, typeOfCombination };
}
