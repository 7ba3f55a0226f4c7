import { type Box, boundsOfCircle, type Circle, haversineBetween, haversineOf } from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { RowRange } from './cube-rows.ts';
import { judgedRows } from './judged-rows.ts';
import { emptyBitmap, inPortions, type RowBitmap, setRow } from './row-bitmap.ts';

/** A box as the columns have it: in millionths of a degree. West is greater than east where it crosses the antimeridian. */
interface FineBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The rows of a range whose point lies in a box, edges included. */
export function rowsInBox(cube: Cube, box: Box, range: RowRange): RowBitmap {
  const [west, south, east, north] = box.map((degrees) => Math.round(degrees * 1e6)) as [number, number, number, number];
  const fine: FineBox = { west, south, east, north };
  const across = west > east;
  const { tree } = cube.spatialIndex;
  return judgedRows(cube, range, fine, {
    node(place) {
      const own = { west: tree.west[place]!, south: tree.south[place]!, east: tree.east[place]!, north: tree.north[place]! };
      if (own.south > north || own.north < south) return false;
      if (!across && (own.west > east || own.east < west)) return false;
      // It may reach round the outside of a box that crosses the antimeridian: both its edges inside do not say all.
      const isWhole = !across && own.west >= west && own.east <= east && own.south >= south && own.north <= north;
      return isWhole || fine;
    },
    point: (lon, lat) => Number(isBetween(lon, fine) && lat >= south && lat <= north),
  });
}

/** Whether a longitude in millionths of a degree lies between the western and the eastern edge. */
function isBetween(lon: number, { west, east }: FineBox): boolean {
  return west > east ? lon >= west || lon <= east : lon >= west && lon <= east;
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
