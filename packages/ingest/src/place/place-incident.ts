import { type IncidentDraft, type PlacePrecision, placePrecisions, precisionsWithoutPoint, withheld } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import { checkCode } from '../check/check-code.ts';
import type { CheckedIncident, PlaceField } from '../check/check-incident.ts';
import { cleanText } from '../check/clean-text.ts';
import { type Findings, quoted } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import { acceptPoint, tolerance } from './accept-point.ts';
import { findJurisdiction } from './find-jurisdiction.ts';
import { parseCoordinates } from './parse-coordinates.ts';

type Where = Pick<IncidentDraft, PlaceField>;

/**
 * Where an incident was: coordinates give jurisdiction and region, names give coordinates. What could expose a person is withheld.
 * Undefined if no jurisdiction can be found, which rejects the incident.
 */
export function placeIncident(
  raw: RawIncident,
  checked: CheckedIncident,
  gazetteer: Gazetteer,
  findings: Findings,
): IncidentDraft | undefined {
  const parsed = parseCoordinates(raw, findings);
  const here = parsed && gazetteer.locate(parsed.lon, parsed.lat);
  const country = findJurisdiction(raw, parsed, here, gazetteer, findings);
  if (country === undefined) return undefined;
  const point = parsed && acceptPoint(parsed, here, country, gazetteer, findings) ? parsed : undefined;
  const known = checkCode(placePrecisions, raw.place_precision, 'place_precision', findings) ?? 'exact';
  const written = cleanText(raw.place, 'place', findings);
  // The middle of a country lies in some region, which says nothing.
  const located = point && known !== 'jurisdiction' && here?.jurisdiction === country ? here.region : null;
  const named = namedRegion(raw, { country, located, place: written }, gazetteer, findings);
  const words = { country, region: named, name: written };
  const compared =
    point && !precisionsWithoutPoint.includes(known)
      ? comparePoint(point, located, words, gazetteer, findings)
      : alone(point, settlementOf(words, located, point, gazetteer));
  const region = named ?? (compared.point ? located : null);
  const precision = known === 'exact' && !compared.isExact ? 'settlement' : known;
  const where = resolve({ country, region, written, ...compared, known: precision });
  if (where.withheld_place !== null) {
    const isShared = region === null && gazetteer.findPlace(where.withheld_place, { jurisdiction: country }) !== undefined;
    findings.warn(
      'place_withheld',
      isShared
        ? `several settlements of ${country} have this name, so the place was not published. Its region would say which one it is.`
        : `the place is not in the gazetteer for ${region ?? country}, and was not published.`,
    );
  }
  return withheld({ ...checked, ...where }, gazetteer);
}

/** Where there is nothing to compare the settlement with. */
function alone(point: Point | undefined, settlement: Place | undefined): Compared {
  return { point, isExact: true, settlement, named: settlement };
}

function settlementOf(
  { country, region, name }: Words,
  located: string | null,
  near: Point | undefined,
  gazetteer: Gazetteer,
): Place | undefined {
  if (name === null) return undefined;
  return gazetteer.findPlace(name, { jurisdiction: country, region: region ?? located, isClear: true, ...(near && { near }) });
}

/** @param located the region of the point */
function namedRegion(
  raw: RawIncident,
  { country, located, place }: { readonly country: string; readonly located: string | null; readonly place: string | null },
  gazetteer: Gazetteer,
  findings: Findings,
): string | undefined {
  if (raw.region === null) return undefined;
  const named = gazetteer.findRegion(raw.region, country, { located, place });
  if (named === undefined)
    findings.warn(
      'region_unknown',
      `region ${quoted(raw.region)} is not known in ${country}.${located ? ` The point is in ${located}.` : ''}`,
    );
  return named;
}

function resolve({
  country,
  region: given,
  written,
  point,
  settlement,
  named,
  known: precision,
}: Compared & {
  readonly country: string;
  readonly region: string | null;
  readonly written: string | null;
  readonly known: PlacePrecision;
}): Where {
  const region = given ?? settlement?.region ?? null;
  const place = named?.name ?? null;
  const nowhere = { lon: null, lat: null, exact_lon: null, exact_lat: null };
  const where = { country, region, place, withheld_place: place === null ? written : null, ...nowhere };
  if (precision === 'jurisdiction') return { ...where, place_precision: 'jurisdiction' };
  const centre = precision === 'region' ? undefined : (point ?? settlement);
  if (!centre) return { ...where, place_precision: region === null ? 'jurisdiction' : 'region' };
  const { lon, lat } = centre;
  return { ...where, lon, lat, place_precision: point ? precision : 'settlement' };
}

/** Where no region is named: smaller settlements share their names with others, which the gazetteer may not have. People. */
const town = 10_000;

/** What is left of a point when it was compared with the words beside it. */
interface Compared {
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
interface Words {
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
function comparePoint(
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
