import { type IncidentDraft, type PlacePrecision, placePrecisions, precisionsWithoutPoint, withheld } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import { checkCode } from '../check/check-code.ts';
import type { CheckedIncident, PlaceField } from '../check/check-incident.ts';
import { cleanText } from '../check/clean-text.ts';
import { type Findings, quoted } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import { acceptPoint } from './accept-point.ts';
import { type Compared, comparePoint, type Words } from './compare-point.ts';
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
  const country = findJurisdiction(raw, here, gazetteer, findings);
  if (country === undefined) return undefined;
  const point = parsed && acceptPoint(parsed, here, country, gazetteer, findings) ? parsed : undefined;
  const known = checkCode(placePrecisions, raw.place_precision, 'place_precision', findings) ?? 'exact';
  const written = cleanText(raw.place, 'place', findings);
  // The middle of a country lies in some region, which says nothing.
  const located = point && known !== 'jurisdiction' && here?.jurisdiction === country ? here.region : null;
  const named = namedRegion(raw, country, located, gazetteer, findings);
  const words = { country, region: named, name: written };
  const compared =
    point && !precisionsWithoutPoint.includes(known)
      ? comparePoint(point, located, words, gazetteer, findings)
      : alone(point, settlementOf(words, located, point, gazetteer));
  const region = named ?? (compared.point ? located : null);
  const precision = known === 'exact' && !compared.isExact ? 'settlement' : known;
  const where = resolve({ country, region, written, ...compared, known: precision });
  if (where.withheld_place !== null)
    findings.warn('place_withheld', `the place is not in the gazetteer for ${region ?? country}, and was not published.`);
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
  return gazetteer.findPlace(name, { jurisdiction: country, region: region ?? located, ...(near && { near }) });
}

/** @param located the region of the point */
function namedRegion(
  raw: RawIncident,
  country: string,
  located: string | null,
  gazetteer: Gazetteer,
  findings: Findings,
): string | undefined {
  if (raw.region === null) return undefined;
  const named = gazetteer.findRegion(raw.region, country);
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
