import { createHash } from 'node:crypto';
import type { IncidentDraft, Person, Source, Weapon } from '@monitor/domain';

const personFields = ['role', 'sex', 'age', 'age_band', 'outcome', 'relationship'] as const satisfies readonly (keyof Person)[];
const weaponFields = ['class', 'count', 'legal', 'mode', 'traced'] as const satisfies readonly (keyof Weapon)[];
const sourceFields = ['kind', 'publisher', 'url', 'published_on', 'language'] as const satisfies readonly (keyof Source)[];

/** Fields of people, weapons and sources that are kept, by the name of the list. */
export const partFields = { people: personFields, weapons: weaponFields, sources: sourceFields } as const;
export const partNames = ['people', 'weapons', 'sources'] as const;

/** Fields of an incident that are kept, but for its key and its lists. */
const ownFields = [
  'occurred_on',
  'occurred_until',
  'local_time',
  'date_precision',
  'country',
  'region',
  'place',
  'lon',
  'lat',
  'place_precision',
  'exact_lon',
  'exact_lat',
  'setting',
  'urbanity',
  'type',
  'subtype',
  'type_as_reported',
  'killed',
  'killed_low',
  'killed_high',
  'injured',
  'injured_low',
  'injured_high',
  'threatened',
  'suicides',
] as const satisfies readonly (keyof IncidentDraft)[];

/**
 * The content of a draft as JSON with the fields of this file and no others: whatever else an importer left on the objects does
 * not reach the database.
 */
export function recordJson(draft: IncidentDraft): string {
  return JSON.stringify(draft, [...ownFields, ...partNames, ...Object.values(partFields).flat()]);
}

/** SHA-256 over content and search text. The content is written as lists of values in the order of this file. */
export function contentHash(draft: IncidentDraft, words: string): Buffer {
  const values = [
    ownFields.map((field) => draft[field]),
    draft.people.map((person) => personFields.map((field) => person[field])),
    draft.weapons.map((weapon) => weaponFields.map((field) => weapon[field])),
    draft.sources.map((source) => sourceFields.map((field) => source[field])),
    words,
  ];
  return createHash('sha256').update(JSON.stringify(values)).digest();
}
