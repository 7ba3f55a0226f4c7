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

/** The one of some points that is nearest to another; undefined if none is within a distance in kilometres. */
export function nearestOf<Candidate extends Point>(
  candidates: readonly Candidate[],
  to: Point,
  within: number,
): Candidate | undefined {
  let nearest: Candidate | undefined;
  let shortest = within;
  for (const candidate of candidates) {
    const kilometres = kilometresBetween(candidate, to);
    if (kilometres > shortest) continue;
    nearest = candidate;
    shortest = kilometres;
  }
  return nearest;
}

/** What holds all of some points. Degrees. */
interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(points: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of points) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return { west, south, east, north };
}

/** A degree of latitude is at least this long. */
const kilometresOfDegree = 110;

/** False only if nothing in the box is within the distance of the point, in kilometres. Cheap: degrees are compared. */
export function isNearBox({ west, south, east, north }: Box, { lon, lat }: Point, within: number): boolean {
  const reach = within / kilometresOfDegree;
  if (lat < south - reach || lat > north + reach) return false;
  const farthest = Math.abs(lat) + reach;
  if (farthest >= 90 || (lon >= west && lon <= east)) return true;
  const aside = reach / Math.cos((farthest * Math.PI) / 180);
  const apart = (side: number) => Math.abs(((lon - side + 540) % 360) - 180);
  return apart(west) <= aside || apart(east) <= aside;
}
