import { type IncidentDraft, type PlacePrecision, placePrecisions, precisionsWithoutPoint, withheld } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import { checkCode } from '../check/check-code.ts';
import type { CheckedIncident, PlaceField } from '../check/check-incident.ts';
import { cleanText } from '../check/clean-text.ts';
import { type Findings, quoted } from '../findings.ts';
import { isFullName } from '../names/could-name.ts';
import type { RawIncident } from '../raw-incident.ts';
import { acceptPoint } from './accept-point.ts';
import { comparePoint, type Words } from './compare-point.ts';
import { findJurisdiction } from './find-jurisdiction.ts';
import { parseCoordinates } from './parse-coordinates.ts';

type Where = Pick<IncidentDraft, PlaceField>;

/**
 * Where an incident was: coordinates give jurisdiction and region, names give coordinates. What could expose a person is withheld.
 * Undefined where no jurisdiction can be found, which rejects the incident.
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
      : { point, isExact: true, settlement: settlementOf(words, located, point, gazetteer) };
  const region = named ?? (compared.point ? located : null);
  const name = compared.settlement ? written : withoutPerson(written, raw, findings);
  const precision = known === 'exact' && !compared.isExact ? 'settlement' : known;
  const where = resolve({ country, region, name, ...compared, known: precision });
  if (where.lon === null && name !== null && !precisionsWithoutPoint.includes(known))
    findings.warn('place_unknown', `place ${quoted(name)} is not in the gazetteer for ${region ?? country}.`);
  return withheld({ ...checked, ...where }, gazetteer);
}

/** The name of a place that the gazetteer does not have, if it is not that of a person. */
function withoutPerson(name: string | null, raw: RawIncident, findings: Findings): string | null {
  if (name === null || raw.names_nobody?.has('place') || !isFullName(name)) return name;
  findings.warn('name_left_out', 'place: a text that could name a person was left out.');
  return null;
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

function resolve(known: {
  country: string;
  region: string | null;
  name: string | null;
  point: Point | undefined;
  settlement: Place | undefined;
  known: PlacePrecision;
}): Where {
  const { country, name, settlement, known: precision } = known;
  const region = known.region ?? settlement?.region ?? null;
  const place = settlement?.name ?? name;
  const nowhere = { lon: null, lat: null, exact_lon: null, exact_lat: null };
  if (precision === 'jurisdiction') return { country, region, place, ...nowhere, place_precision: 'jurisdiction' };
  const centre = precision === 'region' ? undefined : (known.point ?? settlement);
  if (!centre) return { country, region, place, ...nowhere, place_precision: region === null ? 'jurisdiction' : 'region' };
  const { lon, lat } = centre;
  return { country, region, place, ...nowhere, lon, lat, place_precision: known.point ? precision : 'settlement' };
}
