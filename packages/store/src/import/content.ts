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
 * SHA-256 over the content of a draft, written as lists of values in the order of the fields. All of its texts count as withheld, since
 * which of them are public depends on the other incidents of its dataset.
 * @param names of its location and region, and what else is derived from beside the draft
 */
export function contentHash(draft: IncidentDraft, names: readonly (string | boolean | null)[]): Buffer {
  const types = [...reportedParts(draft.type_as_reported), ...reportedParts(draft.withheld_type)].toSorted();
  const own = ownFields.map((field) =>
    field === 'type_as_reported' ? null : field === 'withheld_type' ? joinedParts(types) : draft[field],
  );
  const listed = partNames.map((part) => draft[part].map((entry) => partValues(part, entry)));
  for (const source of listed[partNames.indexOf('sources')]!)
    for (const [shown, kept] of withheldPositions) [source[shown], source[kept]] = [null, source[shown] ?? source[kept]!];
  return hash('sha256', JSON.stringify([own, ...listed, names]), 'buffer');
}

/** Where a source has a text that is public, and the same where it is withheld. */
const withheldPositions = (['publisher', 'url'] as const).map(
  (name) => [name, `withheld_${name}`].map((one) => fieldsOfPart.sources.indexOf(one)) as [shown: number, kept: number],
);
