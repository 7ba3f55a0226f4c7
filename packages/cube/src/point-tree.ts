import { type CubeRows, noDegrees } from './cube-rows.ts';
import { zOrder } from './mercator.ts';
import { sortedRows } from './sorted-rows.ts';

/**
 * Bounds of the points of a cube in the order of its spatial index, by which many of them are judged at once: those of each sixteen
 * points, which are a leaf, then those of each eight leaves, which are a node, of each eight nodes, and so on up to the one node of all.
 * Millionths of a degree.
 */
export interface PointTree {
  readonly west: Int32Array;
  readonly south: Int32Array;
  readonly east: Int32Array;
  readonly north: Int32Array;
}

/** Points of a leaf. */
export const pointsOfLeaf = 16;
/** Parts of a node. */
export const partsOfNode = 8;

/** Leaves or nodes that are as far from the points. */
export interface Level {
  /** Position of its first in the bounds. */
  readonly first: number;
  readonly length: number;
}

/** The levels of a tree of so many points, from the leaves up to that of the one node of all; none without points. */
export function levelsOf(points: number): Level[] {
  const levels: Level[] = [];
  if (points === 0) return levels;
  let length = Math.ceil(points / pointsOfLeaf);
  let first = 0;
  for (;;) {
    levels.push({ first, length });
    if (length === 1) return levels;
    first += length;
    length = Math.ceil(length / partsOfNode);
  }
}

/** The tree over the points of rows that are in its order. */
export function pointTreeOf({ columns }: Pick<CubeRows, 'columns'>, rows: Uint32Array): PointTree {
  const levels = levelsOf(rows.length);
  const places = levels.reduce((sum, { length }) => sum + length, 0);
  const tree = {
    west: new Int32Array(places),
    south: new Int32Array(places),
    east: new Int32Array(places),
    north: new Int32Array(places),
  };
  const lon = new Int32Array(rows.length);
  const lat = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    lon[at] = columns.lon[rows[at]!]!;
    lat[at] = columns.lat[rows[at]!]!;
  }
  let parts = { bounds: { west: lon, south: lat, east: lon, north: lat }, first: 0, length: rows.length, size: pointsOfLeaf };
  for (const { first, length } of levels) {
    for (let at = 0; at < length; at++) {
      const from = parts.first + at * parts.size;
      const to = Math.min(from + parts.size, parts.first + parts.length);
      tree.west[first + at] = least(parts.bounds.west, from, to);
      tree.south[first + at] = least(parts.bounds.south, from, to);
      tree.east[first + at] = most(parts.bounds.east, from, to);
      tree.north[first + at] = most(parts.bounds.north, from, to);
    }
    parts = { bounds: tree, first, length, size: partsOfNode };
  }
  return tree;
}

function least(values: Int32Array, from: number, to: number): number {
  let found = values[from]!;
  for (let at = from + 1; at < to; at++) if (values[at]! < found) found = values[at]!;
  return found;
}

function most(values: Int32Array, from: number, to: number): number {
  let found = values[from]!;
  for (let at = from + 1; at < to; at++) if (values[at]! > found) found = values[at]!;
  return found;
}

/** The curve runs along a grid of as many columns and lines as there are numbers of so many bits; a place on it has twice as many. */
const gridBits = 15;

/** The rows with a point along a Z-shaped curve, which fills the rectangle in which all points lie, so that neighbours come together. */
export function rowsAlongCurve({ columns: { lon, lat }, rows: count }: CubeRows): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const rows = new Uint32Array(count);
  let points = 0;
  for (let row = 0; row < count; row++) {
    if (lon[row] === noDegrees) continue;
    rows[points++] = row;
    if (lon[row]! < west) west = lon[row]!;
    if (lon[row]! > east) east = lon[row]!;
    if (lat[row]! < south) south = lat[row]!;
    if (lat[row]! > north) north = lat[row]!;
  }
  const columnsPerUnit = 2 ** gridBits / (east - west + 1);
  const linesPerUnit = 2 ** gridBits / (north - south + 1);
  const places = new Uint32Array(count);
  for (let at = 0; at < points; at++) {
    const row = rows[at]!;
    places[row] = zOrder(Math.floor((lon[row]! - west) * columnsPerUnit), Math.floor((lat[row]! - south) * linesPerUnit));
  }
  return sortedRows(rows.subarray(0, points), (row) => places[row]!);
}
