import {
  type Exposure,
  type IncidentDraft,
  type IncidentSubtype,
  incidentSubtypes,
  type IncidentType,
  incidentTypes,
  type IsoDate,
  isSensitive,
  joinedParts,
  partNames,
  type PointBasis,
  remembering,
  reportedParts,
  settings,
  urbanities,
} from '@monitor/domain';
import { Findings, quoted, wholeInQuotes } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import { checkCasualties } from './check-casualties.ts';
import { checkCode, listedText, unknownCode } from './check-code.ts';
import { checkDates } from './check-dates.ts';
import { checkPerson, checkSources, checkWeapon } from './check-parts.ts';
import { cleanText, textLimits } from './clean-text.ts';

/** The fields of a draft that say where, which the stage after this one fills in. */
export type PlaceField =
  | 'country'
  | 'region'
  | 'place'
  | 'withheld_place'
  | 'lon'
  | 'lat'
  | 'place_precision'
  | 'exact_lon'
  | 'exact_lat';

/** An incident whose dates, counts and codes are those of a draft. */
export type CheckedIncident = Omit<IncidentDraft, PlaceField>;

/** Checks dates, counts, codes and texts. The answer is of use only if nothing was rejected. */
export function checkIncident(raw: RawIncident, today: IsoDate, findings: Findings): CheckedIncident {
  refuseTooMany(raw, findings);
  const type = checkType(raw.type, findings);
  const subtype = checkSubtype(raw.subtype, findings);
  const checked = {
    source_key: checkKey(raw, findings),
    ...checkDates(raw, today, findings),
    ...checkCasualties(raw, findings),
    setting: checkCode(settings, raw.setting, 'setting', findings) ?? 'not_reported',
    urbanity: checkCode(urbanities, raw.urbanity, 'urbanity', findings) ?? 'not_reported',
    type,
    subtype: subtypeOf(type, subtype, findings),
    ...checkReportedType(raw, findings),
    people: raw.people.map((person) => checkPerson(person, findings)),
    weapons: raw.weapons.map((weapon) => checkWeapon(weapon, findings)),
    sources: checkSources(raw.sources, today, findings),
  };
  const others = raw.contradictions.map((row) => ({
    ...checked,
    ...checkCasualties({ ...raw, ...row }, new Findings()),
    type: row.type == null ? type : checkType(row.type, findings),
    subtype: row.subtype == null ? subtype : checkSubtype(row.subtype, findings),
  }));
  const notKept = subtype === checked.subtype ? others : [{ ...checked, subtype }, ...others];
  return { ...checked, point_basis: pointBasis(raw, checked, notKept, findings) };
}

/** People, weapons or sources of an incident. More is a column of groups that is not one. */
const mostOfAPart = 10_000;

function refuseTooMany(raw: RawIncident, findings: Findings): void {
  for (const part of partNames)
    if (raw[part].length > mostOfAPart)
      findings.reject(
        'rows_too_many',
        `One incident has more than ${mostOfAPart} ${part}: is "group_by" the column that names it?`,
      );
}

const asJoined = remembering((text: string) => joinedParts(reportedParts(text)));

/** The source's own words: what is listed of them, and what is not. */
function checkReportedType(raw: RawIncident, findings: Findings): Pick<IncidentDraft, 'type_as_reported' | 'withheld_type'> {
  // As they are joined in the record, so that the limit is one of what is stored.
  const written = raw.type_as_reported === null ? null : asJoined(raw.type_as_reported);
  const parts = reportedParts(cleanText(written, 'type_as_reported', findings));
  const listed = parts.map((part) => listedText(part, raw.listed?.type_as_reported));
  const others = parts.filter((_, at) => listed[at] === undefined);
  return {
    type_as_reported: joinedParts(listed.filter((part) => part !== undefined)),
    withheld_type: joinedParts(others),
  };
}

/**
 * Words that nobody has listed may say anything. And what is said counts even where it is not kept.
 * @param notKept the incident with a sub-type of another type, or as other rows have it
 */
function pointBasis(
  { point_basis }: RawIncident,
  checked: Omit<CheckedIncident, 'point_basis'>,
  notKept: readonly Omit<Exposure, 'point_basis'>[],
  { isUnexplained }: Findings,
): PointBasis | null {
  if (notKept.some((one) => isSensitive({ ...one, point_basis })) && !isSensitive({ ...checked, point_basis })) return 'sensitive';
  const isExplained = checked.withheld_type === null && !isUnexplained;
  return isExplained || point_basis === 'published_point' ? point_basis : 'sensitive';
}

/** The source's identifier. One that is cut could be that of another incident, so a long one is refused. */
function checkKey({ source_key: text }: RawIncident, findings: Findings): string {
  const key = cleanText(text?.slice(0, textLimits.source_key + 1) ?? null, 'source_key', new Findings());
  if (key === null) findings.reject('identifier_missing', 'source_key: there is no identifier.');
  else if (text !== null && text.length > textLimits.source_key)
    findings.reject('identifier_too_long', `source_key: ${quoted(text)} is longer than ${textLimits.source_key} characters.`);
  return key ?? '';
}

function checkType(text: string | null, findings: Findings): IncidentType {
  if (text !== null && incidentTypes.has(text)) return text;
  if (text !== null) findings.reject('type_unknown', unknownCode(incidentTypes.codes, text, 'type'), `type ${wholeInQuotes(text)}`);
  // A type that is not in the mapping has been rejected already.
  else if (!findings.reasons.some(({ kind }) => kind === 'type_unknown'))
    findings.reject('type_missing', 'type: there is no incident type.');
  return 'other';
}

function checkSubtype(text: string | null, findings: Findings): IncidentSubtype | null {
  return checkCode(incidentSubtypes, text, 'subtype', findings, 'unexplained');
}

function subtypeOf(type: IncidentType, subtype: IncidentSubtype | null, findings: Findings): IncidentSubtype | null {
  if (subtype === null || subtype.startsWith(`${type}.`)) return subtype;
  findings.warn('unknown_code', `subtype ${quoted(subtype)} does not belong to the type ${type}.`);
  return null;
}
