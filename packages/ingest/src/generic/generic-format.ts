import { personFields, sourceFields, weaponFields } from '@monitor/domain';
import type { Findings } from '../findings.ts';
import { mappedFormatName } from '../formats/format-names.ts';
import { type RawIncident, type RawPerson, type RawSource, type RawWeapon, unknownIncident } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';
import { type SourceFormat, usualNullWords } from '../source-format.ts';
import { countPeople } from './count-people.ts';
import { fieldText, fieldTexts, saysSomething, withoutDecimalZero } from './field-text.ts';
import type { Mapping } from './mapping-schema.ts';
import { mergeRows } from './merge-rows.ts';
import { readFields } from './read-fields.ts';
import { mappedFields } from './read-mapping.ts';
import { readIncidentRow } from './read-incident-row.ts';

/** The format that a mapping file describes. Only the columns it names are read; all others are dropped at once. */
export function genericFormat(mapping: Mapping): SourceFormat {
  const {
    slug,
    title,
    description = '',
    licence,
    licence_url = null,
    attribution,
    url = null,
    synthetic = false,
    killed_includes_suicides = false,
  } = mapping.dataset;
  const named = mappedFields(mapping).flatMap(([, field]) => field.column ?? []);
  const key = mapping.group_by;
  return {
    name: mappedFormatName,
    dataset: { slug, title, description, licence, licence_url, attribution, url, synthetic, killed_includes_suicides },
    required: [...new Set(key === undefined ? named : [key, ...named])],
    optional: [],
    dropped: [],
    reduced: {},
    keepsOtherColumns: false,
    nullWords: mapping.null_words ? new Set(mapping.null_words) : usualNullWords,
    ...(key === undefined ? {} : { groupBy: (row: Row) => groupKey(row, key) }),
    ...mapping.file,
    read: (rows, findings) => readMapped(mapping, rows, findings),
  };
}

function groupKey(row: Row, column: string): string | null {
  const text = cell(row, column);
  return text === null ? null : withoutDecimalZero(text);
}

function readMapped(mapping: Mapping, rows: readonly [Row, ...Row[]], findings: Findings): RawIncident {
  const incident = mergeRows(
    rows.map((row) => readIncidentRow(mapping.incident, row, findings)),
    findings,
  );
  const people = rows.flatMap((row) => readPeople(mapping, row, findings));
  const source_key = incident.source_key ?? (mapping.group_by === undefined ? null : groupKey(rows[0], mapping.group_by));
  return {
    ...unknownIncident,
    ...incident,
    ...countPeople(mapping, people),
    source_key: source_key === null ? null : withoutDecimalZero(source_key),
    people,
    weapons: mergeWeapons(rows.map((row) => readWeapons(mapping, row, findings))),
    sources: rows.flatMap((row) => readSources(mapping, row, findings)),
  };
}

/** In a file whose rows are people, every row is one, however little it says. */
function readPeople(mapping: Mapping, row: Row, findings: Findings): RawPerson[] {
  return (mapping.people ?? [])
    .filter((person) => mapping.group_by !== undefined || saysSomething(person, row))
    .map((person) => readFields(personFields, person, row, findings));
}

const { class: _class, ...otherWeaponFields } = weaponFields;

function readWeapons(mapping: Mapping, row: Row, findings: Findings): RawWeapon[] {
  return (mapping.weapons ?? [])
    .filter((weapon) => saysSomething(weapon, row))
    .flatMap((weapon) =>
      fieldTexts(weapon.class, row, 'weapon class', findings).map((weaponClass) => ({
        class: weaponClass,
        ...readFields(otherWeaponFields, weapon, row, findings),
      })),
    );
}

/**
 * The weapons of an incident from those of each row. Rows of several people repeat them, so equal ones are as many as in the row that has
 * most of them.
 */
function mergeWeapons(rows: readonly (readonly RawWeapon[])[]): RawWeapon[] {
  const found = new Map<string, RawWeapon>();
  for (const weapons of rows) {
    const times = new Map<string, number>();
    for (const weapon of weapons) {
      const text = JSON.stringify(weapon);
      const time = (times.get(text) ?? 0) + 1;
      times.set(text, time);
      found.set(`${text} ${time}`, weapon);
    }
  }
  return [...found.values()];
}

const { kind: _kind, publisher: _publisher, url: _url, ...otherSourceFields } = sourceFields;

/** A source that is the same for all rows has no column at all and belongs to every incident. */
function readSources(mapping: Mapping, row: Row, findings: Findings): RawSource[] {
  return (mapping.sources ?? [])
    .filter((source) => saysSomething(source, row) || Object.values(source).every((field) => field?.column === undefined))
    .flatMap((source) => {
      const publishers = fieldTexts(source.publisher, row, 'publisher', findings);
      const links = fieldTexts(source.url, row, 'url', findings);
      return Array.from({ length: Math.max(publishers.length, links.length) }, (_, index) => ({
        ...readFields(otherSourceFields, source, row, findings),
        kind: fieldText(source.kind, row, 'kind of source', findings),
        publisher: publishers[publishers.length === 1 ? 0 : index] ?? null,
        url: links[links.length === 1 ? 0 : index] ?? null,
      }));
    });
}
