import { weaponFields } from '@monitor/domain';
import { wholeNumber } from '../check/estimate.ts';
import type { Findings } from '../findings.ts';
import { type RawPerson, type RawSource, type RawWeapon, reportedPersonFields, reportedSourceFields } from '../raw-incident.ts';
import type { Row } from '../row.ts';
import { listedPublishers } from './listed-texts.ts';
import { columnsOf, type MappedField, type MappedPerson, type MappedWeapon, type Mapping, noWeapon } from './mapping-schema.ts';
import { onceForEach } from './once-for-each.ts';
import { fieldText, fieldTexts, rawText, readFields, saysSomething, wordsOf } from './read-fields.ts';

/**
 * The people of an incident. In a file whose rows are people, the first entry is the person of the row. Who else is in a row, such as a
 * perpetrator, is in the rows of all victims, in the same words.
 */
export function peopleOfRows(mapping: Mapping, rows: readonly Row[], findings: Findings): RawPerson[] {
  const entries = mapping.people ?? [];
  const [own, others] = mapping.group_by === undefined ? [entries, []] : [entries.slice(0, 1), entries.slice(1)];
  const read = (row: Row, entry: MappedPerson) => readFields(reportedPersonFields, entry, row, findings);
  const isNew = onlyFirst();
  const present = (row: Row, some: readonly MappedPerson[]) =>
    some.filter((entry) => isThere(entry, row, mapping) && isNew(entry, row));
  const found = rows.flatMap((row) => present(row, own).map((entry) => read(row, entry)));
  if (others.length === 0) return found;
  const repeated = rows.map((row) =>
    present(row, others).map((entry) => ({ words: wordsOf(entry, row), person: read(row, entry) })),
  );
  return [...found, ...mergeRepeated(repeated).map(({ person }) => person)];
}

/** False for a person whose key an earlier row of the incident has. */
function onlyFirst(): (entry: MappedPerson, row: Row) => boolean {
  const seen = new Map<MappedPerson, Set<string>>();
  return (entry, row) => {
    const key = entry.key ? rawText(entry.key, row) : null;
    if (key === null) return true;
    const keys = seen.get(entry) ?? new Set();
    if (keys.has(key)) return false;
    seen.set(entry, keys.add(key));
    return true;
  };
}

/** A person or weapon exists where the row says something of it, or the mapping says it of every row. */
function isThere(entry: MappedPerson | MappedWeapon, row: Row, mapping: Mapping): boolean {
  return isAlwaysCounted(entry, mapping) || saysSomething(entry, row);
}

/** Fields of which a constant says no more than what kind of person or weapon it is, if there is one. */
const qualifying: ReadonlySet<string> = new Set(['role', 'legal', 'mode', 'traced'] satisfies (
  | keyof MappedPerson
  | keyof MappedWeapon
)[]);

/**
 * True for an entry of which there is one in every row: the person of the row, and what has no column at all, or a constant that says
 * that it is there, such as `outcome: { value: killed }`. What else is in the row of a person needs a word of the row.
 */
function isAlwaysCounted(entry: MappedPerson | MappedWeapon, mapping: Mapping): boolean {
  const people: readonly object[] = mapping.people ?? [];
  if (mapping.group_by !== undefined && people.includes(entry)) return entry === people[0];
  return isSaidOfEveryRow(entry);
}

const isSaidOfEveryRow = onceForEach((entry) => {
  const fields = Object.entries(entry) as [string, MappedField][];
  return (
    fields.every(([, field]) => columnsOf(field).length === 0) ||
    fields.some(([name, field]) => field.value !== undefined && !qualifying.has(name))
  );
});

const { class: _class, ...otherWeaponFields } = weaponFields;

/** The weapons of an incident, each once. */
export function weaponsOfRows(mapping: Mapping, rows: readonly Row[], findings: Findings): RawWeapon[] {
  return mergeRepeated(rows.map((row) => readWeapons(mapping, row, findings)));
}

function readWeapons(mapping: Mapping, row: Row, findings: Findings): RawWeapon[] {
  return (mapping.weapons ?? [])
    .filter((weapon) => isThere(weapon, row, mapping))
    .flatMap((weapon) =>
      fieldTexts(weapon.class, row, 'weapon class', findings).map((weaponClass) => ({
        class: weaponClass,
        ...readFields(otherWeaponFields, weapon, row, findings),
      })),
    )
    .filter((weapon) => weapon.class !== noWeapon && (weapon.count === null || wholeNumber(weapon.count) !== 0));
}

/**
 * The people or weapons of an incident from those of each row. Rows of several people repeat them, so equal ones are as many as in the
 * row that has most of them.
 */
function mergeRepeated<Entry>(rows: readonly (readonly Entry[])[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const entries of rows) {
    const times = new Map<string, number>();
    for (const entry of entries) {
      const text = JSON.stringify(entry);
      const time = (times.get(text) ?? 0) + 1;
      times.set(text, time);
      found.set(`${text} ${time}`, entry);
    }
  }
  return [...found.values()];
}

const { kind: _kind, publisher: _publisher, url: _url, ...otherSourceFields } = reportedSourceFields;

/** A source that is the same for all rows has no column at all and belongs to every incident. */
export function readSources(mapping: Mapping, row: Row, findings: Findings): RawSource[] {
  return (mapping.sources ?? [])
    .filter((source) => saysSomething(source, row) || Object.values(source).every((field) => columnsOf(field).length === 0))
    .flatMap((source) => {
      const publishers = fieldTexts(source.publisher, row, 'publisher', findings);
      const links = fieldTexts(source.url, row, 'url', findings);
      return Array.from({ length: Math.max(publishers.length, links.length) }, (_, index) => ({
        ...readFields(otherSourceFields, source, row, findings),
        kind: fieldText(source.kind, row, 'kind of source', findings),
        publisher: publishers[publishers.length === 1 ? 0 : index] ?? null,
        url: links[links.length === 1 ? 0 : index] ?? null,
        listed: listedPublishers(source),
      }));
    });
}
