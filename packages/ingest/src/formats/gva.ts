import {
  type IncidentSubtype,
  type IncidentType,
  remembering,
  reportedParts,
  type SeizureMode,
  type Setting,
  type SourceKind,
} from '@monitor/domain';
import { tidied } from '../check/clean-text.ts';
import { type Findings, quoted, wholeInQuotes } from '../findings.ts';
import { type Listed, type RawIncident, type RawPerson, type RawSource, unknownIncident, unknownSource } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';
import { type SourceFormat, usualNullWords } from '../source-format.ts';
import {
  attemptedMurderSuicide,
  type Characteristic,
  characteristics,
  exposing,
  murderSuicide,
  suicide,
} from './gva-characteristics.ts';
import { linkList, linksWithoutNames, markSuicide, plainList, readGuns, readParticipants } from './gva-parts.ts';

/** Incidents of the Gun Violence Archive (United States), one row each, lists written `0::a||1::b`. */
export const gva: SourceFormat = {
  name: 'gva',
  dataset: {
    title: 'Gun Violence Archive',
    description: 'Incidents of gun violence in the United States, collected by the Gun Violence Archive from media and police.',
    killed_includes_suicides: true,
    // The archive publishes them itself.
    public_identifiers: true,
    licence: 'Credit to the Gun Violence Archive',
    licence_url: null,
    attribution: 'Gun Violence Archive',
    url: 'https://www.gunviolencearchive.org',
  },
  required: ['incident_id', 'date', 'state', 'city_or_county', 'n_killed', 'n_injured', 'incident_characteristics'],
  optional: [
    'latitude',
    'longitude',
    'gun_type',
    'gun_stolen',
    'participant_age',
    'participant_age_group',
    'participant_gender',
    'participant_relationship',
    'participant_status',
    'participant_type',
    'sources',
    'source_url',
    'incident_url',
    'location_description',
  ],
  reduced: {
    location_description: settingOfDescription,
    sources: linksWithoutNames,
    source_url: linksWithoutNames,
    incident_url: linksWithoutNames,
  },
  labels: { identifier: ['incident_id'], date: ['date'] },
  nullWords: usualNullWords,
  read: ([row], findings) => readIncident(row, findings),
};

function readIncident(row: Row, findings: Findings): RawIncident {
  const said = characteristicsOf(row, findings);
  const people = peopleOf(row, said, findings);
  const decisive = said.find(({ type }) => type !== null);
  const type = typeOf(decisive, people) ?? (anyoneHarmed(row) ? 'undetermined_shooting' : 'other');
  const mode: SeizureMode | null = said.some(({ text }) => text === 'Gun buy back action') ? 'surrendered' : 'seized';
  return {
    ...unknownIncident,
    source_key: cell(row, 'incident_id'),
    occurred_on: cell(row, 'date'),
    country: 'US',
    region: cell(row, 'state'),
    place: cell(row, 'city_or_county'),
    lon: cell(row, 'longitude'),
    lat: cell(row, 'latitude'),
    killed: cell(row, 'n_killed'),
    injured: cell(row, 'n_injured'),
    setting: said.find(({ setting }) => setting !== null)?.setting ?? cell(row, 'location_description'),
    type,
    subtype: type === 'domestic_violence' ? domesticSubtype(people) : (decisive?.subtype ?? null),
    type_as_reported: plainList(cell(row, 'incident_characteristics')).join('; ') || null,
    point_basis: said.some(({ text }) => exposing.has(text)) ? 'sensitive' : decisive === undefined ? null : 'mapped_type',
    listed,
    people,
    weapons: readGuns(row, type === 'weapon_seizure' ? mode : null, findings),
    sources: readSources(row),
  };
}

/** Any other characteristic may be a cell that belongs elsewhere, and name a person. */
const listed: { readonly type_as_reported: Listed } = {
  type_as_reported: new Map(characteristics.map(({ text }) => [text.toLowerCase(), text])),
};

const known = new Map(characteristics.map((one, priority) => [one.text.toLowerCase(), { one, priority }]));

/** The texts in an entry of the list, as the check of the type divides and writes them. */
const partsOf = remembering((text: string) => reportedParts(tidied(text)));

/** The characteristics of an incident in order of priority. */
function characteristicsOf(row: Row, findings: Findings): Characteristic[] {
  const texts = plainList(cell(row, 'incident_characteristics')).flatMap(partsOf);
  const found = texts.map((text) => {
    const entry = known.get(text.toLowerCase());
    if (!entry)
      findings.warn(
        'unexplained',
        `incident_characteristics ${quoted(text)} is not a known characteristic.`,
        `incident_characteristics ${wholeInQuotes(text)}`,
      );
    return entry;
  });
  return found
    .filter((entry) => entry !== undefined)
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ one }) => one);
}

function peopleOf(row: Row, said: readonly Characteristic[], findings: Findings): RawPerson[] {
  const people = readParticipants(row, findings);
  const has = (text: string) => said.some((one) => one.text === text);
  return has(murderSuicide) || has(suicide) ? markSuicide(people, has(murderSuicide)) : people;
}

/** A murder followed by a suicide is domestic violence where partners or relatives are among its people. */
function typeOf(decisive: Characteristic | undefined, people: readonly RawPerson[]): IncidentType | null {
  const ofAnother = decisive?.text === murderSuicide || decisive?.text === attemptedMurderSuicide;
  return ofAnother && domesticSubtype(people) !== null ? 'domestic_violence' : (decisive?.type ?? null);
}

function domesticSubtype(people: readonly RawPerson[]): IncidentSubtype | null {
  const has = (relationship: string) => people.some((person) => person.relationship === relationship);
  if (has('intimate_partner')) return 'domestic_violence.intimate_partner';
  return has('family_member') ? 'domestic_violence.family_member' : null;
}

function anyoneHarmed(row: Row): boolean {
  return Number(cell(row, 'n_killed')) + Number(cell(row, 'n_injured')) > 0;
}

/** The articles an incident rests on, and the archive's own page, whose address names nobody and leads to them. */
function readSources(row: Row): RawSource[] {
  const links = new Set([...linkList(cell(row, 'sources')), ...linkList(cell(row, 'source_url'))]);
  const page = cell(row, 'incident_url');
  return [...[...links].map((link) => sourceOf('media', link)), ...(page === null ? [] : [sourceOf('ngo', page)])];
}

function sourceOf(kind: SourceKind, url: string): RawSource {
  return { ...unknownSource, kind, url };
}

const words: readonly (readonly [setting: Setting, pattern: RegExp])[] = [
  ['school', /\b(?:(?:elementary|middle|high|public|charter) school|school|university|college|campus|academy)\b/i],
  [
    'hospitality',
    /\b(?:bar|bar & grill|night ?club|club|lounge|tavern|pub|saloon|restaurant|cafe|grill|diner|pizza|hotel|motel|inn|casino)\b/i,
  ],
  ['home', /\b(?:apartments?|apts?|condos?|condominiums?|town ?homes?|mobile home|trailer park|homes|housing|residence)\b/i],
  [
    'workplace',
    /\b(?:store|market|supermarket|mall|shop|gas station|walmart|pharmacy|bank|salon|barber ?shop|office|warehouse|pawn)\b/i,
  ],
];

/**
 * What the description of a location says of the setting, as a code; empty if it says nothing. The description itself is
 * never kept, since it can name people; many are names of neighbourhoods, so that "park" in one does not mean a park.
 */
export function settingOfDescription(text: string): string {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? '';
}
