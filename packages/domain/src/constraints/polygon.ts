import { type Constraint, filterLimits } from './constraint.ts';
import { degreesText, isPosition, readDegrees } from './degrees.ts';

/** A drawn polygon: its outer ring as longitude and latitude in degrees, not closed, at least three corners. */
export type Ring = readonly (readonly [lon: number, lat: number])[];

/** Incidents with a public point in a polygon, by the even-odd rule. */
export const polygon: Constraint<Ring> = {
  description: `A polygon of 3 to ${filterLimits.ringCorners} corners as lon,lat,lon,lat,… in degrees. Selects incidents with a public point inside it. Its sides do not cross the antimeridian; those of a box can.`,
  schema: { type: 'string' },
  read(text) {
    const numbers = readDegrees(text) ?? [];
    const ring: [number, number][] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) ring.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
    if (numbers.length % 2 !== 0 || ring.length < 3 || ring.length > filterLimits.ringCorners)
      return {
        refused: 'bad_value',
        message: `"within" must have 3 to ${filterLimits.ringCorners} corners, written as lon,lat,lon,lat,… in degrees.`,
      };
    if (ring.every(([lon, lat]) => isPosition(lon, lat))) return { value: ring };
    return {
      refused: 'bad_value',
      message: 'Each corner of "within" must have a longitude from -180 to 180 and a latitude from -90 to 90, in this order.',
    };
  },
  write: (ring) => ring.flat().map(degreesText).join(','),
  isMet({ lon, lat }, ring) {
    if (lon === null || lat === null) return false;
    let inside = false;
    for (let at = 0; at < ring.length; at++) {
      const [x1, y1] = ring[at] ?? [0, 0];
      const [x2, y2] = ring[(at + 1) % ring.length] ?? [0, 0];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  },
};
