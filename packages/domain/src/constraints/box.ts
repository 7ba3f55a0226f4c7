import type { Constraint } from './constraint.ts';
import { degreesText, isPosition, readDegrees } from './degrees.ts';

/** West, south, east, north in degrees. West may be greater than east where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Incidents with a public point in a box, edges included. */
export const box: Constraint<Box> = {
  description: 'A box as west,south,east,north in degrees. Selects incidents with a public point inside it.',
  schema: { type: 'string' },
  read(text) {
    const [west, south, east, north, ...rest] = readDegrees(text) ?? [];
    const complete = west !== undefined && south !== undefined && east !== undefined && north !== undefined && rest.length === 0;
    if (complete && isPosition(west, south) && isPosition(east, north) && south <= north)
      return { value: [west, south, east, north] };
    return {
      refused: 'bad_value',
      message:
        '"bbox" must be west,south,east,north in degrees: longitudes from -180 to 180, latitudes from -90 to 90, south not above north.',
    };
  },
  write: (sides) => sides.map(degreesText).join(','),
  isMet({ lon, lat }, [west, south, east, north]) {
    if (lon === null || lat === null) return false;
    const between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
    return between && lat >= south && lat <= north;
  },
};
