const earthRadius = 6371.0088;
const radians = Math.PI / 180;

export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Great-circle distance between two points given in degrees, in kilometres (haversine formula, mean earth radius). */
export function kilometresBetween(one: Point, other: Point): number {
  const a =
    Math.sin(((other.lat - one.lat) * radians) / 2) ** 2 +
    Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * Math.sin(((other.lon - one.lon) * radians) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(a)));
}
