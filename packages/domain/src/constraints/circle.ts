import type { Constraint } from './constraint.ts';
import { degreesText, isPosition, readDegrees } from './degrees.ts';

/** Around a point in degrees, as far as some kilometres. */
export interface Circle {
  readonly lon: number;
  readonly lat: number;
  readonly km: number;
}

/** Kilometres of a circle's radius. */
export const circleLimits = { least: 0.1, most: 1000 } as const;

/** Mean radius of the earth in kilometres. */
const earthRadius = 6371;

/** Haversine of a distance in kilometres: what two points that far apart have, and nearer ones less. */
export function haversineOf(km: number): number {
  return Math.sin(km / (2 * earthRadius)) ** 2;
}

/** Haversine of the angle between two points on a sphere, from 0 to 1. Degrees. */
export function haversineBetween(one: { lon: number; lat: number }, other: { lon: number; lat: number }): number {
  const radians = Math.PI / 180;
  const [south, east] = [((other.lat - one.lat) * radians) / 2, ((other.lon - one.lon) * radians) / 2];
  return Math.sin(south) ** 2 + Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * Math.sin(east) ** 2;
}

/** Incidents with a public point within a distance of another point. */
export const circle: Constraint<Circle> = {
  description: `A circle as lon,lat,km: a point in degrees, and a radius of ${circleLimits.least} to ${circleLimits.most} kilometres. Selects incidents with a public point inside it.`,
  schema: { type: 'string' },
  read(text) {
    const at = text.lastIndexOf(',');
    const [lon, lat, ...rest] = readDegrees(text.slice(0, Math.max(0, at))) ?? [];
    const size = text.slice(at + 1);
    const km = /^\d{1,4}(?:\.\d{1,15})?$/.test(size) ? Math.round(Number(size) * 1000) / 1000 : Number.NaN;
    const complete = lon !== undefined && lat !== undefined && rest.length === 0 && isPosition(lon, lat);
    if (complete && km >= circleLimits.least && km <= circleLimits.most) return { value: { lon, lat, km } };
    return {
      refused: 'bad_value',
      message: `"near" must be lon,lat,km: a point in degrees, and a radius of ${circleLimits.least} to ${circleLimits.most} kilometres.`,
    };
  },
  write: ({ lon, lat, km }) => [degreesText(lon), degreesText(lat), String(Math.round(km * 1000) / 1000)].join(','),
  isMet({ lon, lat }, { km, ...middle }) {
    return lon !== null && lat !== null && haversineBetween(middle, { lon, lat }) <= haversineOf(km);
  },
};

/**
 * Bounds of a circle in degrees, a little wide: the whole width of the earth where it lies over a pole or the antimeridian.
 * As west, south, east, north.
 */
export function boundsOfCircle({ lon, lat, km }: Circle): [west: number, south: number, east: number, north: number] {
  const angle = (km / earthRadius) * (180 / Math.PI) * 1.001 + 1e-6;
  const [south, north] = [Math.max(-90, lat - angle), Math.min(90, lat + angle)];
  const widest = Math.max(Math.abs(lat - angle), Math.abs(lat + angle));
  // Sine of the angle by the cosine of the middle, not of the edge: where the circle is widest in degrees.
  const width =
    widest >= 90
      ? 360
      : (Math.asin(Math.min(1, Math.sin((angle * Math.PI) / 180) / Math.cos((lat * Math.PI) / 180))) * 180) / Math.PI;
  const crosses = lon - width < -180 || lon + width > 180;
  return crosses ? [-180, south, 180, north] : [lon - width, south, lon + width, north];
}
