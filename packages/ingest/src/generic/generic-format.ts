import { type IncidentType, personFields, type PointBasis, weaponFields } from '@monitor/domain';
import { wholeNumber } from '../check/estimate.ts';
import type { Findings } from '../findings.ts';
import { mappedFormatName } from '../formats/format-names.ts';
import {
  type RawIncident,
  type RawPerson,
  type RawSource,
  type RawWeapon,
  reportedSourceFields,
  unknownIncident,
} from '../raw-incident.ts';
import type { Row } from '../row.ts';
import { type SourceFormat, usualNullWords } from '../source-format.ts';
import { countPeople } from './count-people.ts';
import {
  isWanted,
  fieldText,
  fieldTexts,
  lookUp,
  rawText,
  readFields,
  saysSomething,
  withoutDecimalZero,
  wordsOf,
} from './read-fields.ts';
import { listedPublishers, listedTexts } from './listed-texts.ts';
import { onceForEach } from './once-for-each.ts';
import { columnsOf, type MappedField, type MappedPerson, type MappedWeapon, type Mapping, noWeapon } from './mapping-schema.ts';
import { mergeRows, readIncidentRow } from './read-incident-row.ts';
import { mappedFields } from './read-mapping.ts';
import { reportUnexplained } from './report-unexplained.ts';

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
    public_identifiers = false,
  } = mapping.dataset;
  const { group_by, incident, where, people_file } = mapping;
  const kinds = kindsOfFile(mapping);
  return {
    name: mappedFormatName,
    dataset: {
      slug,
      title,
      description,
      licence,
      licence_url,
      attribution,
      url,
      synthetic,
      killed_includes_suicides,
      public_identifiers,
    },
    required: [...new Set(kinds.flat())],
    ...(people_file ? { kindsOfFile: kinds, describesIncident: (row: Row) => describesIncident(mapping, row) } : {}),
    optional: [],
    reduced: {},
    publishedWhole: (['type_as_reported', 'publisher'] as const).filter((name) =>
      mappedFields(mapping).some(([path, { publish }]) => path.at(-1) === name && publish === 'all'),
    ),
    labels: {
      identifier: [...((incident.source_key ?? group_by)?.column ?? []), ...(people_file?.group_by.column ?? [])],
      date: incident.occurred_on?.column ?? [],
    },
    nullWords: mapping.null_words ? new Set(mapping.null_words) : usualNullWords,
    ...(where ? { isWanted: (row: Row) => !describesIncident(mapping, row) || isWanted(where, row) } : {}),
    ...(group_by ? { groupBy: (row: Row) => groupKey(mapping, row) } : {}),
    hasContentKeys: !incident.source_key && !group_by,
    ...(incident.source_key && !group_by ? { repeatedAdvice: repeatedAdvice(incident.source_key) } : {}),
    ...mapping.file,
    read: (rows, findings) => readMapped(mapping, rows, findings),
  };
}

/** The columns that a file needs: one that has everything, or one of incidents and one of their people. */
function kindsOfFile({ group_by, people_file, where = {}, ...mapping }: Mapping): string[][] {
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
const rolesOf = onceForEach((mapping: Mapping) => {
  const [ofIncident = [], ofPeople = ofIncident] = kindsOfFile(mapping);
  return onceForEach(({ position }: Row['columns']) => {
    const hasAll = (needed: readonly string[]) => needed.every((name) => position.has(name));
    return { incident: hasAll(ofIncident), people: hasAll(ofPeople) };
  });
});

function describesIncident(mapping: Mapping, row: Row): boolean {
  return rolesOf(mapping)(row.columns).incident;
}

function groupKey(mapping: Mapping, row: Row): string | null {
  const { group_by, people_file } = mapping;
  const key = describesIncident(mapping, row) ? group_by : people_file?.group_by;
  const text = key ? rawText(key, row) : null;
  return text === null ? null : withoutDecimalZero(text);
}

/** What to do if two rows have one identifier, of a file in which each row is an incident. */
function repeatedAdvice({ join, column = [] }: MappedField): string {
  const together = join ? 'add another column to "join"' : `write "source_key: { join: [${[...column, '…'].join(', ')}] }"`;
  return (
    'If each row is a person, add "group_by" to the mapping. ' +
    `If the rows are different incidents, ${together} so that several columns together identify one. If not, delete this row.`
  );
}

function readMapped(mapping: Mapping, all: readonly [Row, ...Row[]], findings: Findings): RawIncident {
  const rows = all.filter((row) => rolesOf(mapping)(row.columns).incident);
  if (mapping.people_file) refuseRepeated(mapping, rows, findings);
  const incident = mergeRows(
    rows.map((row) => readIncidentRow(mapping, row, findings)),
    findings,
  );
  const people = peopleOfRows(
    mapping,
    all.filter((row) => rolesOf(mapping)(row.columns).people),
    findings,
  );
  reportUnexplained(mapping, all, findings);
  const source_key = incident.source_key ?? groupKey(mapping, all[0]);
  return {
    ...unknownIncident,
    ...incident,
    ...countPeople(mapping, people),
    source_key: source_key === null ? null : withoutDecimalZero(source_key),
    point_basis: pointBasis(mapping, rows),
    listed: listedTexts(mapping),
    people,
    weapons: mergeRepeated(rows.map((row) => readWeapons(mapping, row, findings))),
    sources: rows.flatMap((row) => readSources(mapping, row, findings)),
  };
}

/** Rows of a file of incidents with one identifier may be different incidents, unless each of them is a person. */
function refuseRepeated(mapping: Mapping, rows: readonly Row[], findings: Findings): void {
  const [first, second] = rows.filter((row) => !rolesOf(mapping)(row.columns).people);
  if (first && second)
    findings.reject(
      'identifier_repeated',
      `the identifier is in line ${first.line} and line ${second.line}. Correct or delete one of them.`,
    );
}

/** Types that say nothing, unless the mapping says of which words they are the meaning. */
const silentTypes: ReadonlySet<string> = new Set([
  'undetermined_shooting',
  'undetermined_explosion',
  'other',
] satisfies IncidentType[]);

/** Whether somebody says what it was: the mapping of the words of a row, or the code that the row or the mapping has. */
function pointBasis({ points, incident: { type } }: Mapping, rows: readonly Row[]): PointBasis | null {
  if (points === 'as_published') return 'published_point';
  return type && rows.some((row) => isSaid(type, row)) ? 'mapped_type' : null;
}

function isSaid(type: MappedField, row: Row): boolean {
  const text = type.value ?? rawText(type, row);
  if (text === null) return false;
  return type.value === undefined && type.values ? lookUp(type.values, text) != null : !silentTypes.has(text);
}

/**
 * The people of an incident. In a file whose rows are people, the first entry is the person of the row. Who else is in a row, such as a
 * perpetrator, is in the rows of all victims, in the same words.
 */
function peopleOfRows(mapping: Mapping, rows: readonly Row[], findings: Findings): RawPerson[] {
  const entries = mapping.people ?? [];
  const [own, others] = mapping.group_by === undefined ? [entries, []] : [entries.slice(0, 1), entries.slice(1)];
  const read = (row: Row, entry: MappedPerson) => readFields(personFields, entry, row, findings);
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
function readSources(mapping: Mapping, row: Row, findings: Findings): RawSource[] {
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
