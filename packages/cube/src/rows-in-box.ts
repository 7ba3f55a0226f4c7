import { type Box, boundsOfCircle, type Circle, haversineBetween, haversineOf } from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { RowRange } from './cube-rows.ts';
import { emptyBitmap, inPortions, type RowBitmap, setRow } from './row-bitmap.ts';
import { firstFrom } from './spatial-index.ts';

/** A box as the columns have it: in millionths of a degree. West is greater than east where it crosses the antimeridian. */
interface FineBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * The rows of a range whose point lies in a box, edges included. Of each square of the spatial index it is decided first whether none
 * of its points lies in the box or all do; only those of squares that the edge of the box cuts are looked at one by one.
 */
export function rowsInBox(cube: Cube, box: Box, { start, end }: RowRange): RowBitmap {
  const [west, south, east, north] = box.map((degrees) => Math.round(degrees * 1e6)) as [number, number, number, number];
  const fine: FineBox = { west, south, east, north };
  const across = west > east;
  const bitmap = emptyBitmap(cube);
  const index = cube.spatialIndex;
  for (let square = 0; square < index.squares.length; square++) {
    if (index.south[square]! > north || index.north[square]! < south) continue;
    if (!across && (index.west[square]! > east || index.east[square]! < west)) continue;
    const first = firstFrom(index.rows, start, index.start[square], index.start[square + 1]);
    const after = firstFrom(index.rows, end, first, index.start[square + 1]);
    const rows = index.rows.subarray(first, after);
    // A square may reach round the outside of a box that crosses the antimeridian: both its edges inside do not say all.
    const whole = !across && isBetween(index.west[square]!, fine) && isBetween(index.east[square]!, fine);
    if (whole && index.south[square]! >= south && index.north[square]! <= north) addAll(bitmap, rows);
    else addInside(bitmap, rows, cube.columns, fine);
  }
  return bitmap;
}

/** Whether a longitude in millionths of a degree lies between the western and the eastern edge. */
function isBetween(lon: number, { west, east }: FineBox): boolean {
  return west > east ? lon >= west || lon <= east : lon >= west && lon <= east;
}

function addAll(bitmap: RowBitmap, rows: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) setRow(bitmap, rows[at]!);
}

/** Adds the rows whose point lies in the box. */
function addInside(bitmap: RowBitmap, rows: Uint32Array, { lon, lat }: Pick<Cube['columns'], 'lon' | 'lat'>, box: FineBox): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (isBetween(lon[row]!, box) && lat[row]! >= box.south && lat[row]! <= box.north) setRow(bitmap, row);
  }
}

/** The rows of a range whose point lies within a distance of another: those of a box around the circle are looked at one by one. */
export function rowsInCircle(cube: Cube, circle: Circle, range: RowRange): RowBitmap {
  const bitmap = emptyBitmap(cube);
  const { lon, lat } = cube.columns;
  const farthest = haversineOf(circle.km);
  inPortions(rowsInBox(cube, boundsOfCircle(circle), range), range, (rows, count) => {
    for (let at = 0; at < count; at++) {
      const row = rows[at]!;
      if (haversineBetween(circle, { lon: lon[row]! / 1e6, lat: lat[row]! / 1e6 }) <= farthest) setRow(bitmap, row);
    }
  });
  return bitmap;
}
