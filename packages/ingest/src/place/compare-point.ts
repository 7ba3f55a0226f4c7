import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import type { Findings } from '../findings.ts';
import { tolerance } from './accept-point.ts';

/** Where no region is named: smaller settlements share their names with others, which the gazetteer may not have. People. */
const town = 10_000;

/** What is left of a point when it was compared with the words beside it. */
export interface Compared {
  /** Undefined if the words say otherwise. */
  readonly point: Point | undefined;
  /** False if the words cast doubt on the point. */
  readonly isExact: boolean;
  /** The settlement that the incident was in, if it is known which one is meant. */
  readonly settlement: Place | undefined;
  /** The settlement that has the name, though the point may be far from it. */
  readonly named: Place | undefined;
}

/** What a row says of the place, besides its point. */
export interface Words {
  readonly country: string;
  /** The region that is named. */
  readonly region: string | undefined;
  /** Name of the settlement, as it is written. */
  readonly name: string | null;
}

/**
 * Compares a point with the region and the settlement that are named beside it. Within 30 km of the settlement the point is right. In another
 * region than the one named it is wrong, since a digit is sooner mistyped than a name. Far from the settlement alone, it may be right, since
 * several settlements may have the name: it is kept, but not as exact.
 * @param located the region in which the point lies
 */
export function comparePoint(
  point: Point,
  located: string | null,
  { country, region: named, name }: Words,
  gazetteer: Gazetteer,
  findings: Findings,
): Compared {
  const find = (region: string | null, near?: Point) =>
    name === null ? undefined : gazetteer.findPlace(name, { jurisdiction: country, region, ...(near && { near }) });
  const near = find(named ?? located, point) ?? (named === undefined ? find(null, point) : undefined);
  if (near) return { point, isExact: true, settlement: near, named: near };

  const meant = find(named ?? null);
  const isElsewhere = named !== undefined && located !== null && located !== named;
  if (isElsewhere && !gazetteer.isNearRegion(point.lon, point.lat, named, tolerance)) {
    findings.warn('point_outside_region', `the point is in ${located}, but the row says ${named}. The point was left out.`);
    return { point: undefined, isExact: false, settlement: meant, named: meant };
  }
  const isFar = meant !== undefined && (named !== undefined || meant.population >= town);
  if (isFar)
    findings.warn('point_far', `the point is more than 30 km from the settlement of this name in ${meant.region ?? country}.`);
  return { point, isExact: !isFar, settlement: undefined, named: isFar ? meant : undefined };
}
