import type { Box } from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { RowRange } from './cube-rows.ts';
import { emptyBitmap, type RowBitmap } from './row-bitmap.ts';
import { firstFrom } from './spatial-index.ts';

/**
 * The rows of a range whose point lies in a box, edges included. Of each square of the spatial index it is decided first whether none
 * of its points lies in the box or all do; only those of squares that the edge of the box cuts are looked at one by one.
 */
export function rowsInBox(cube: Cube, box: Box, { start, end }: RowRange): RowBitmap {
  const [west, south, east, north] = box.map((degrees) => Math.round(degrees * 1e6)) as [number, number, number, number];
  const across = west > east;
  const between = (lon: number) => (across ? lon >= west || lon <= east : lon >= west && lon <= east);
  const bitmap = emptyBitmap(cube);
  const index = cube.spatialIndex;
  for (let square = 0; square < index.squares.length; square++) {
    if (index.south[square]! > north || index.north[square]! < south) continue;
    if (!across && (index.west[square]! > east || index.east[square]! < west)) continue;
    const first = firstFrom(index.rows, start, index.start[square], index.start[square + 1]);
    const after = firstFrom(index.rows, end, first, index.start[square + 1]);
    const rows = index.rows.subarray(first, after);
    // A square may reach round the outside of a box that crosses the antimeridian: both its edges inside do not say all.
    const whole = !across && between(index.west[square]!) && between(index.east[square]!);
    if (whole && index.south[square]! >= south && index.north[square]! <= north) addAll(bitmap, rows);
    else addInside(bitmap, rows, cube.columns, [west, south, east, north]);
  }
  return bitmap;
}

function addAll({ words }: RowBitmap, rows: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) words[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31);
}

/** Adds the rows whose point lies in the box, given in millionths of a degree. */
function addInside(
  { words }: RowBitmap,
  rows: Uint32Array,
  { lon, lat }: Pick<Cube['columns'], 'lon' | 'lat'>,
  [west, south, east, north]: Box,
): void {
  const across = west > east;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const degrees = lon[row]!;
    const between = across ? degrees >= west || degrees <= east : degrees >= west && degrees <= east;
    if (between && lat[row]! >= south && lat[row]! <= north) words[row >>> 5]! |= 1 << (row & 31);
  }
}
