import type { TileAddress } from '@monitor/domain';
import { type Cube, noDegrees } from './cube.ts';
import { mercatorXOf } from './mercator.ts';

/** Zoom of the index: the earth in 256 × 256 squares. */
const indexZoom = 8;

/** Rows with a point, gathered by square; squares in Z order, so that every tile up to the index zoom is one run of squares. */
interface SpatialIndex {
  readonly rows: Uint32Array;
  /** First position in `rows` of each square; one entry more than there are squares. */
  readonly squareStart: Uint32Array;
}

const indexes = new WeakMap<Cube, SpatialIndex>();

/** Rows that may lie in a tile: all of the tile's, and from the index zoom on some of its neighbours'. Ascending within a square only. */
export function rowsNearTile(cube: Cube, { z, x, y }: TileAddress): Uint32Array {
  let index = indexes.get(cube);
  if (!index) {
    index = buildIndex(cube);
    indexes.set(cube, index);
  }
  const finer = Math.max(0, z - indexZoom);
  const coarser = Math.max(0, indexZoom - z);
  const first = zOrder((x >>> finer) << coarser, (y >>> finer) << coarser);
  return index.rows.subarray(index.squareStart[first], index.squareStart[first + 4 ** coarser]);
}

function buildIndex(cube: Cube): SpatialIndex {
  const { lon, mercatorY } = cube.columns;
  const squareOf = (row: number) => zOrder(mercatorXOf(lon[row]!) >>> (32 - indexZoom), mercatorY[row]! >>> (32 - indexZoom));
  const squareStart = new Uint32Array(4 ** indexZoom + 1);
  const squares = new Uint32Array(cube.rows);
  let points = 0;
  for (let row = 0; row < cube.rows; row++) {
    if (lon[row] === noDegrees) continue;
    const square = squareOf(row);
    squares[row] = square;
    squareStart[square + 1]!++;
    points++;
  }
  for (let square = 1; square < squareStart.length; square++) squareStart[square]! += squareStart[square - 1]!;
  const next = squareStart.slice();
  const rows = new Uint32Array(points);
  for (let row = 0; row < cube.rows; row++) if (lon[row] !== noDegrees) rows[next[squares[row]!]!++] = row;
  return { rows, squareStart };
}

/** Position along the Z-shaped curve: the bits of both numbers in turn. */
function zOrder(x: number, y: number): number {
  return spread(x) | (spread(y) << 1);
}

function spread(value: number): number {
  let bits = value & 0xff;
  bits = (bits | (bits << 4)) & 0x0f0f;
  bits = (bits | (bits << 2)) & 0x3333;
  return (bits | (bits << 1)) & 0x5555;
}
