import type { Findings } from '../findings.ts';
import type { Row } from '../row.ts';
import { columnsOf, type MappedField, type Mapping } from './mapping-schema.ts';
import { onceForEach } from './once-for-each.ts';
import { rawText, withoutDecimalZero } from './read-fields.ts';
import { mappedFields } from './read-mapping.ts';

/** The columns that a file needs: one that has everything, or one of incidents and one of their people. */
export function kindsOfFile({ group_by, people_file, where = {}, ...mapping }: Mapping): string[][] {
  const columns = (some: readonly MappedField[], ...others: readonly string[]) => [
    ...new Set([...some.flatMap(columnsOf), ...others]),
  ];
  const fields = (parts: Mapping) => mappedFields(parts).map(([, field]) => field);
  const key = group_by ? [group_by] : [];
  if (!people_file) return [columns([...key, ...fields(mapping)], ...Object.keys(where))];
  const ofPeople = (mapping.people ?? []).flatMap((entry) => Object.values(entry));
  return [
    columns([...key, ...fields({ ...mapping, people: [] })], ...Object.keys(where)),
    columns([people_file.group_by, ...ofPeople]),
  ];
}

/** What a row of a file describes, by the columns of the file. */
export const rolesOf = onceForEach((mapping: Mapping) => {
  const [ofIncident = [], ofPeople = ofIncident] = kindsOfFile(mapping);
  return onceForEach(({ position }: Row['columns']) => {
    const hasAll = (needed: readonly string[]) => needed.every((name) => position.has(name));
    return { incident: hasAll(ofIncident), people: hasAll(ofPeople) };
  });
});

export function describesIncident(mapping: Mapping, row: Row): boolean {
  return rolesOf(mapping)(row.columns).incident;
}

/** What brings the rows of an incident together; null if a row does not say. */
export function groupKey(mapping: Mapping, row: Row): string | null {
  const { group_by, people_file } = mapping;
  const key = describesIncident(mapping, row) ? group_by : people_file?.group_by;
  const text = key ? rawText(key, row) : null;
  return text === null ? null : withoutDecimalZero(text);
}

/** Rows of a file of incidents with one identifier may be different incidents, unless each of them is a person. */
export function refuseRepeated(mapping: Mapping, rows: readonly Row[], findings: Findings): void {
  const [first, second] = rows.filter((row) => !rolesOf(mapping)(row.columns).people);
  if (first && second)
    findings.reject(
      'identifier_repeated',
      `the identifier is in line ${first.line} and line ${second.line}. Correct or delete one of them.`,
    );
}
