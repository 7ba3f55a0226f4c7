import type { Cube } from './cube.ts';
import type { RowRange } from './cube-rows.ts';
import { levelsOf, partsOfNode, pointsOfLeaf } from './point-tree.ts';
import { emptyBitmap, type RowBitmap } from './row-bitmap.ts';

/** What is asked of the points of a tree. */
export interface PointJudge<Known extends object> {
  /**
   * Whether all points of a leaf or node are meant, or none is; otherwise what is known of them, for its parts and points.
   * @param place position of its bounds
   * @param known what is known of what it is a part of
   */
  readonly node: (place: number, known: Known) => boolean | Known;
  /** 1 where the point is meant, otherwise 0. Millionths of a degree. */
  readonly point: (lon: number, lat: number, known: Known) => number;
}

/** The rows of a range that have a point which is meant. */
export function judgedRows<Known extends object>(
  cube: Cube,
  { start, end }: RowRange,
  root: Known,
  judge: PointJudge<Known>,
): RowBitmap {
  const bitmap = emptyBitmap(cube);
  const { words } = bitmap;
  const { lon, lat } = cube.columns;
  const { rows } = cube.spatialIndex;
  const levels = levelsOf(rows.length);

  function visit(level: number, at: number, above: Known): void {
    const known = judge.node(levels[level]!.first + at, above);
    if (known === false) return;
    if (known === true) return addAll(level, at);
    if (level === 0) return addMeant(at, known);
    const after = Math.min((at + 1) * partsOfNode, levels[level - 1]!.length);
    for (let part = at * partsOfNode; part < after; part++) visit(level - 1, part, known);
  }

  function addAll(level: number, at: number): void {
    const points = pointsOfLeaf * partsOfNode ** level;
    const after = Math.min((at + 1) * points, rows.length);
    for (let position = at * points; position < after; position++) {
      const row = rows[position]!;
      if (row >= start && row < end) words[row >>> 5]! |= 1 << (row & 31);
    }
  }

  // Rows of a leaf are far apart in the columns. Reading all of them before the first is judged, the processor waits for memory once.
  const ownLon = new Int32Array(pointsOfLeaf);
  const ownLat = new Int32Array(pointsOfLeaf);

  function addMeant(leaf: number, known: Known): void {
    const first = leaf * pointsOfLeaf;
    const count = Math.min(pointsOfLeaf, rows.length - first);
    for (let at = 0; at < count; at++) {
      const row = rows[first + at]!;
      ownLon[at] = lon[row]!;
      ownLat[at] = lat[row]!;
    }
    for (let at = 0; at < count; at++) {
      const row = rows[first + at]!;
      if (row >= start && row < end) words[row >>> 5]! |= judge.point(ownLon[at]!, ownLat[at]!, known) << (row & 31);
    }
  }

  if (levels.length > 0) visit(levels.length - 1, 0, root);
  return bitmap;
}
