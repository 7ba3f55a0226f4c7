import { distance } from 'geokdbush';

/** A position. Degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Great-circle distance between two points, in kilometres. */
export function kilometresBetween(one: Point, other: Point): number {
  return distance(one.lon, one.lat, other.lon, other.lat);
}
