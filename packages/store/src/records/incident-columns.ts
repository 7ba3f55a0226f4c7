import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PersonDetail, SourceDetail, WeaponDetail } from '@monitor/contract';
import {
  codesIn,
  type Fields,
  type FieldValue,
  incidentFields,
  namesOf,
  type NamesOf,
  personFields,
  remembering,
  type Shown,
  sourceFields,
  type TraitField,
  weaponFields,
} from '@monitor/domain';
import { nameValues, packable } from '../connection/packed-rows.ts';
import { traitsText } from '../filter/dimension-columns.ts';
import { datasets, incidents, people, sources, weapons } from '../schema/tables.ts';

/* What of the record is public, once for list, record and downloads. No exact point, no age, no search text. */

/** The columns of a row of the list; to be selected from `incidents` joined with `datasets`. */
export const listColumns = {
  id: incidents.public_id,
  dataset: datasets.slug,
  ...shownIncidentColumns('list'),
  weapons: traitsText('weapon_traits'),
  sources: traitsText('source_traits'),
};

/** What the record has beside them. */
export const detailColumns = {
  ...shownIncidentColumns('record'),
  people: partsOf(people, personFields),
  weapon_details: partsOf(weapons, weaponFields),
  source_details: partsOf(sources, sourceFields),
};

/** For very many rows: sets of traits as their numbers, which cost the server a search for each row less. */
export const streamedColumns = packable(
  {
    ...listColumns,
    ...detailColumns,
    source_key: incidents.public_key,
    weapons: incidents.weapon_traits,
    sources: incidents.source_traits,
  },
  incidentFields,
);

export const ofIncident = eq(datasets.id, incidents.dataset_id);

function shownIncidentColumns<Way extends Shown>(shown: Way) {
  const columns = Object.fromEntries(namesOf(incidentFields, shown).map((name) => [name, incidents[name]]));
  return columns as Pick<typeof incidents, NamesOf<typeof incidentFields, { readonly shown: Way }>>;
}

/**
 * The parts of an incident as the text of a JSON array, each an array of its values: with their names in it the server and the reader
 * take a third longer. Read along the primary key it needs neither sorting nor grouping: a third of the time of `json_agg`.
 */
function partsOf(table: PgTable, fields: Fields): SQL<string> {
  const { incident_id, position, ...columns } = getTableColumns(table);
  const shown = namesOf(fields, 'record').map((name) => sql`${columns[name]}`);
  return sql`array_to_json(array(
    select json_build_array(${sql.join(shown, sql`, `)}) from ${table}
    where ${incident_id} = ${incidents.id} order by ${position}
  ))::text`;
}

/** Reads what `partsOf` the same fields gives. */
function partsReader<Part>(fields: Fields): (json: string) => Part[] {
  const name = nameValues(namesOf(fields, 'record'));
  return (json) => (JSON.parse(json) as unknown[][]).map((values) => name(values) as Part);
}

/** The fields of a row that the database answers as a text each: sets of traits, and JSON. */
const readers = {
  weapons: (traits: FieldValue) => codesIn('weapon', traits),
  sources: (traits: FieldValue) => codesIn('source', traits),
  people: partsReader<PersonDetail>(personFields),
  weapon_details: partsReader<WeaponDetail>(weaponFields),
  source_details: partsReader<SourceDetail>(sourceFields),
};
type Readers = typeof readers;

/** What the database answers for a row of the list, or for one that has more. */
export type Selected<Row> = { [Name in keyof Row]: Name extends keyof Readers ? string : Row[Name] };
/** The same of `streamedColumns`. */
export type Streamed<Row> = Omit<Selected<Row>, TraitNames> & Readonly<Record<TraitNames, number>>;
type TraitNames = 'weapons' | 'sources';
/** The row as it is published. */
type Published<Row> = { [Name in keyof Row]: Name extends keyof Readers ? ReturnType<Readers[Name]> : Row[Name] };

/** The row as it is published. */
export function incidentRow<Row extends object>(selected: Row): Published<Row> {
  return readWith(readers, { ...selected });
}

/**
 * The same for very many rows of `streamedColumns`: changes the rows that it is given instead of copying them. Rows with the same people,
 * or the same weapons, share their lists, since few different ones occur; the sources of nearly every incident are its own.
 * @param textOf gives the text of a set of traits
 */
export function incidentRows<Row extends object>(
  textOf: (field: TraitField, id: number) => FieldValue,
): (streamed: Streamed<Row>) => Row {
  const from = {
    ...readers,
    weapons: remembering((id: number) => readers.weapons(textOf('weapon_traits', id))),
    sources: remembering((id: number) => readers.sources(textOf('source_traits', id))),
    people: remembering(readers.people),
    weapon_details: remembering(readers.weapon_details),
  };
  return (streamed) => readWith(from, streamed) as Row;
}

const readerNames = Object.keys(readers) as (keyof Readers)[];

/** Reads what a row has of these fields in place. */
function readWith<Row extends object>(
  from: Readonly<Record<keyof Readers, (value: never) => unknown>>,
  selected: Row,
): Published<Row> {
  const row = selected as Partial<Record<keyof Readers, unknown>>;
  for (const name of readerNames) if (name in row) row[name] = from[name](row[name] as never);
  return row as Published<Row>;
}
