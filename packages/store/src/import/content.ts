import { hash } from 'node:crypto';
import {
  incidentFields,
  type IncidentDraft,
  namesOf,
  type PartName,
  partNames,
  personFields,
  sourceFields,
  weaponFields,
} from '@monitor/domain';

/** Fields of an incident that are kept, but for its key and its lists. */
export const ownFields = namesOf(incidentFields);
/** Fields of people, weapons and sources, by the name of the list. */
export const fieldsOfPart: Readonly<Record<PartName, readonly string[]>> = {
  people: namesOf(personFields),
  weapons: namesOf(weaponFields),
  sources: namesOf(sourceFields),
};
const allFields = [...ownFields, ...partNames, ...Object.values(fieldsOfPart).flat()];

/**
 * The content of a draft as JSON with the recorded fields and no others: whatever else an importer left on the objects does not reach
 * the database.
 */
export function recordJson(draft: IncidentDraft): string {
  return JSON.stringify(draft, allFields);
}

/** The values of a person, weapon or source in the order of its fields. */
export function partValues(part: PartName, entry: object): (string | number | null)[] {
  const values = entry as Readonly<Record<string, string | number | null>>;
  return fieldsOfPart[part].map((name) => values[name] ?? null);
}

/** SHA-256 over content and search text. The content is written as lists of values in the order of the fields. */
export function contentHash(draft: IncidentDraft, words: string): Buffer {
  const values = [
    ownFields.map((field) => draft[field]),
    ...partNames.map((part) => draft[part].map((entry) => partValues(part, entry))),
    words,
  ];
  return hash('sha256', JSON.stringify(values), 'buffer');
}
