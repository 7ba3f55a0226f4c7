import { hash } from 'node:crypto';
import {
  incidentFields,
  type IncidentDraft,
  joinedParts,
  reportedParts,
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
/** What a revision calls a change of a list of which readers see nothing. */
export const withheldPart = (part: PartName) => `withheld_${part}`;

/** Fields of revisions that are not public, not even that they changed. */
export const withheldFields: readonly string[] = [...namesOf(incidentFields, 'editors'), ...partNames.map(withheldPart)];

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

/**
 * SHA-256 over the content of a draft, written as lists of values in the order of the fields.
 * @param names of its location and region, and what else is derived from beside the draft
 */
export function contentHash(given: IncidentDraft, names: readonly (string | boolean | null)[]): Buffer {
  const draft = asWritten(given);
  const values = [
    ownFields.map((field) => draft[field]),
    ...partNames.map((part) => draft[part].map((entry) => partValues(part, entry))),
    names,
  ];
  return hash('sha256', JSON.stringify(values), 'buffer');
}

/** A draft with all of its texts withheld: which of them are public depends on the other incidents of its dataset. */
function asWritten(draft: IncidentDraft): IncidentDraft {
  return {
    ...draft,
    type_as_reported: null,
    withheld_type: joinedParts([...reportedParts(draft.type_as_reported), ...reportedParts(draft.withheld_type)].toSorted()),
    sources: draft.sources.map(({ publisher, withheld_publisher, url, withheld_url, ...source }) => ({
      ...source,
      publisher: null,
      withheld_publisher: publisher ?? withheld_publisher,
      url: null,
      withheld_url: url ?? withheld_url,
    })),
  };
}
