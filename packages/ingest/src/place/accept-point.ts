import type { Point } from '@monitor/geography';
import type { Gazetteer, Location } from '@monitor/geography/gazetteer';
import type { Findings } from '../findings.ts';
import { latitudeAndLongitude, turns } from './slips.ts';

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
  const lies = here ? `in ${here.jurisdiction}` : 'in no location';
  const cause = turns(point).find(({ moved }) => gazetteer.locate(moved.lon, moved.lat)?.jurisdiction === jurisdiction);
  const instead = `${lies}, not in ${jurisdiction}${cause ? `. ${cause.text.replace(/^t/, 'T')}` : ''}`;
  findings.warn(here ? 'point_outside' : 'point_nowhere', `${latitudeAndLongitude(point)} is ${instead}.`, instead);
  return false;
}
