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
