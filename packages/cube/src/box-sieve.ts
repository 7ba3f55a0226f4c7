import type { Box } from '@monitor/domain';
import type { Cube } from './cube.ts';

/** What is known of all points of a square: none lies in the box, all do, or each must be looked at. */
const none = 0;
const all = 1;
const some = 2;

/**
 * Whether a row's point lies in a box, edges included. Decided once for each square of the spatial index; only rows of squares
 * that the edge of the box cuts are looked at one by one.
 */
export function boxSieve(cube: Cube, box: Box): (row: number) => boolean {
  const [west, south, east, north] = box.map((degrees) => Math.round(degrees * 1e6)) as [number, number, number, number];
  const across = west > east;
  const between = (lon: number) => (across ? lon >= west || lon <= east : lon >= west && lon <= east);
  const index = cube.spatialIndex;
  const verdicts = Uint8Array.from(index.squares, (_, square) => {
    if (index.south[square]! > north || index.north[square]! < south) return none;
    if (!across && (index.west[square]! > east || index.east[square]! < west)) return none;
    // A square may reach round the outside of a box that crosses the antimeridian: both its edges inside do not say all.
    const whole = !across && between(index.west[square]!) && between(index.east[square]!);
    return whole && index.south[square]! >= south && index.north[square]! <= north ? all : some;
  });
  const ofCode = Uint8Array.from(index.ofCombination, (square) => (square < 0 ? none : verdicts[square]!));
  const { codes } = cube.groups.square;
  const { lon, lat } = cube.columns;
  return (row) => {
    const verdict = ofCode[codes[row]!]!;
    if (verdict !== some) return verdict === all;
    return between(lon[row]!) && lat[row]! >= south && lat[row]! <= north;
  };
}
