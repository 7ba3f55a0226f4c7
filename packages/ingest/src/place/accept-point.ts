import type { Point } from '@monitor/geography';
import type { Gazetteer, Location } from '@monitor/geography/gazetteer';
import type { Findings } from '../findings.ts';

/** How far over its line a point may lie, in kilometres: boundaries are simplified, and places straddle them. */
export const tolerance = 15;

/** True if the point belongs to the jurisdiction; otherwise a warning says why it is dropped, with a likely cause. */
export function acceptPoint(
  point: Point,
  here: Location | undefined,
  jurisdiction: string,
  gazetteer: Gazetteer,
  findings: Findings,
): boolean {
  if (here?.jurisdiction === jurisdiction) return true;
  if (gazetteer.nearestPlace(point.lon, point.lat, jurisdiction, tolerance)) return true;
  const lies = here ? `in ${here.jurisdiction}` : 'outside all known locations';
  const cause = likelyCauses.find(({ move }) => {
    const moved = move(point);
    return Math.abs(moved.lat) <= 90 && gazetteer.locate(moved.lon, moved.lat)?.jurisdiction === jurisdiction;
  });
  // About a kilometre is enough to find the mistake, and tells of no house.
  const about = `latitude ${point.lat.toFixed(2)}, longitude ${point.lon.toFixed(2)}`;
  const instead = `${lies}, not in ${jurisdiction}${cause ? `. ${cause.text}` : ''}`;
  findings.warn('point_outside', `${about} is ${instead}.`, instead);
  return false;
}

const likelyCauses: readonly { readonly text: string; readonly move: (point: Point) => Point }[] = [
  { text: 'The longitude seems to have the wrong sign', move: ({ lon, lat }) => ({ lon: -lon, lat }) },
  { text: 'The latitude seems to have the wrong sign', move: ({ lon, lat }) => ({ lon, lat: -lat }) },
  { text: 'The latitude and longitude seem to be swapped', move: ({ lon, lat }) => ({ lon: lat, lat: lon }) },
];
