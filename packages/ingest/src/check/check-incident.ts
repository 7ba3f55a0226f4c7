import {
  hasSensitiveWords,
  type IncidentDraft,
  incidentSubtypes,
  type IncidentSubtype,
  incidentTypes,
  type IncidentType,
  type IsoDate,
  settings,
  urbanities,
} from '@monitor/domain';
import { Findings, quoted } from '../findings.ts';
import { couldNameSomebody, isNameOfSomebody } from '../names/could-name.ts';
import type { RawIncident } from '../raw-incident.ts';
import { checkCasualties } from './check-casualties.ts';
import { checkCode, unknownCode } from './check-code.ts';
import { checkDates } from './check-dates.ts';
import { checkPerson } from './check-people.ts';
import { checkSources } from './check-sources.ts';
import { checkWeapon } from './check-weapons.ts';
import { cleanText, textLimits } from './clean-text.ts';

/** The fields of a draft that say where, which the stage after this one fills in. */
export type PlaceField = 'country' | 'region' | 'place' | 'lon' | 'lat' | 'place_precision' | 'exact_lon' | 'exact_lat';

/** An incident whose dates, counts and codes are those of a draft. */
export type CheckedIncident = Omit<IncidentDraft, PlaceField>;

/** Checks dates, counts, codes and texts. The answer is of use only where nothing was rejected. */
export function checkIncident(raw: RawIncident, today: IsoDate, findings: Findings): CheckedIncident {
  const type = checkType(raw.type, findings);
  return {
    source_key: checkKey(raw, findings),
    ...checkDates(raw, today, findings),
    ...checkCasualties(raw, findings),
    setting: checkCode(settings, raw.setting, 'setting', findings) ?? 'not_reported',
    urbanity: checkCode(urbanities, raw.urbanity, 'urbanity', findings) ?? 'not_reported',
    type,
    subtype: checkSubtype(raw.subtype, type, findings),
    type_as_reported: checkReportedType(raw, findings),
    people: raw.people.map((person) => checkPerson(person, findings)),
    weapons: raw.weapons.map((weapon) => checkWeapon(weapon, findings)),
    sources: checkSources(raw.sources, today, findings),
  };
}

/**
 * The source's own words. What could name a person is held back whole: nobody can say which of its words does. That it makes the incident
 * sensitive is kept.
 */
function checkReportedType(raw: RawIncident, findings: Findings): string | null {
  const text = cleanText(raw.type_as_reported, 'type_as_reported', findings);
  const isHeldBack = text !== null && !raw.names_nobody?.has('type_as_reported') && couldNameSomebody(text);
  if (isHeldBack) findings.warn('name_left_out', 'type_as_reported: a text that could name a person was left out.');
  const kept = isHeldBack ? null : text;
  if (!isHeldBack && (raw.type_as_reported?.length ?? 0) <= textLimits.type_as_reported) return kept;
  return hasSensitiveWords(raw.type_as_reported ?? '') && !hasSensitiveWords(kept ?? '') ? sensitiveReport : kept;
}

/** In place of words of a source that make an incident sensitive and cannot be kept. */
export const sensitiveReport = 'A child, a suicide or domestic violence';

/** The source's identifier. One that is cut could be that of another incident, so a long one is refused. */
function checkKey({ source_key: text, names_nobody }: RawIncident, findings: Findings): string {
  const key = cleanText(text?.slice(0, textLimits.source_key + 1) ?? null, 'source_key', new Findings());
  if (key === null) findings.reject('identifier_missing', 'source_key: there is no identifier.');
  else if (text !== null && text.length > textLimits.source_key)
    findings.reject('identifier_too_long', `source_key: ${quoted(text)} is longer than ${textLimits.source_key} characters.`);
  else if (!names_nobody?.has('source_key') && isNameOfSomebody(key))
    findings.reject('identifier_name', 'source_key: the identifier could name a person. Use a column that names nobody.');
  return key ?? '';
}

function checkType(text: string | null, findings: Findings): IncidentType {
  if (text !== null && incidentTypes.has(text)) return text;
  if (text !== null) findings.reject('type_unknown', unknownCode(incidentTypes.codes, text, 'type'));
  // A type that is not in the mapping has been rejected already.
  else if (!findings.reasons.some(({ kind }) => kind === 'type_unknown'))
    findings.reject('type_missing', 'type: there is no incident type.');
  return 'other';
}

function checkSubtype(text: string | null, type: IncidentType, findings: Findings): IncidentSubtype | null {
  const subtype = checkCode(incidentSubtypes, text, 'subtype', findings);
  if (subtype === null || subtype.startsWith(`${type}.`)) return subtype;
  findings.warn('unknown_code', `subtype ${quoted(subtype)} does not belong to the type ${type}.`);
  return null;
}
