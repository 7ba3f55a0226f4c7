import { sql } from 'drizzle-orm';
import type { RevisionDetail } from '@monitor/contract';
import {
  type Dataset,
  type Field,
  type Fields,
  type FieldValues,
  incidentFields,
  personFields,
  type PlainValueOf,
  type RecordStatus,
  sourceFields,
  type TraitField,
  traitFields,
  weaponFields,
} from '@monitor/domain';
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  jsonb,
  type PgColumnBuilderBase,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** The column for what a field can hold; codes are texts, whose CHECK is in the migrations. */
const columnOf = {
  date: () => date(),
  time: () => text(),
  text: () => text(),
  degrees: () => doublePrecision(),
  people: () => integer(),
  number: () => integer(),
  age: () => smallint(),
} as const satisfies Readonly<Record<keyof FieldValues, () => PgColumnBuilderBase>>;

type Columns = { [Kind in keyof FieldValues]: ReturnType<(typeof columnOf)[Kind]> };

/** Drizzle's column of a field, which knows the field's values and whether they may be null. */
type ColumnOf<Of extends Field> = Columns[Of['values'] extends keyof FieldValues ? Of['values'] : 'text'] & {
  _: { $type: PlainValueOf<Of> };
} & (Of['required'] extends true ? { _: { notNull: true } } : unknown);

/** The columns of a list of fields, named as the fields are. */
function fieldColumns<List extends Fields>(fields: List): { [Name in keyof List]: ColumnOf<List[Name]> } {
  const columns = Object.entries(fields).map(([name, { values, required }]) => {
    const column = columnOf[typeof values === 'string' ? values : 'text']();
    return [name, required ? column.notNull() : column];
  });
  return Object.fromEntries(columns) as { [Name in keyof List]: ColumnOf<List[Name]> };
}

/** The columns that hold the numbers of the sets of traits of an incident. */
function traitColumns() {
  const column = () => integer().notNull();
  return Object.fromEntries(traitFields.map((field) => [field, column()])) as Record<TraitField, ReturnType<typeof column>>;
}

/*
 * The tables as the migrations make them: a database test compares names, types, nullability and what is generated. Checks, indexes and
 * the order of columns are in the migrations.
 */

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const datasets = pgTable('datasets', {
  id: smallint('id').primaryKey().generatedAlwaysAsIdentity(),
  slug: text('slug').notNull().unique(),
  title: text('title').notNull(),
  description: text('description').notNull(),
  synthetic: boolean('synthetic').notNull(),
  licence: text('licence').notNull(),
  licence_url: text('licence_url'),
  attribution: text('attribution').notNull(),
  url: text('url'),
  killed_includes_suicides: boolean('killed_includes_suicides').notNull().default(false),
  public_identifiers: boolean('public_identifiers').notNull().default(false),
  secret_identifiers: boolean('secret_identifiers').notNull().default(true),
  covers: text('covers'),
});

export const importBatches = pgTable('import_batches', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  dataset_id: smallint('dataset_id').notNull(),
  format: text('format').notNull(),
  file_names: text('file_names').array().notNull(),
  started_at: moment('started_at').notNull().defaultNow(),
  finished_at: moment('finished_at'),
  inserted: integer('inserted').notNull().default(0),
  updated: integer('updated').notNull().default(0),
  unchanged: integer('unchanged').notNull().default(0),
  repeated: integer('repeated').notNull().default(0),
  dataset_before: jsonb('dataset_before').$type<Dataset>(),
  listing_changes: jsonb('listing_changes').$type<ListingChange[]>().notNull().default([]),
});

export const jurisdictions = pgTable('jurisdictions', {
  code: text('code').primaryKey(),
  iso3: text('iso3').notNull(),
  name: text('name').notNull(),
  note: text('note'),
});

export const regions = pgTable('regions', {
  code: text('code').primaryKey(),
  jurisdiction: text('jurisdiction').notNull(),
  name: text('name').notNull(),
});

export const places = pgTable('places', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  jurisdiction: text('jurisdiction').notNull(),
  region: text('region'),
  lon: doublePrecision('lon').notNull(),
  lat: doublePrecision('lat').notNull(),
  population: integer('population').notNull(),
  part_of: integer('part_of'),
});

export const traitSets = pgTable('trait_sets', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  subject: text('subject').notNull(),
  traits: text('traits').notNull(),
});

export const incidents = pgTable('incidents', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  public_id: text('public_id').notNull().unique(),
  dataset_id: smallint('dataset_id').notNull(),
  source_key: text('source_key').notNull(),
  public_key: text('public_key'),
  ...fieldColumns(incidentFields),
  status: text('status').$type<RecordStatus>().notNull(),
  published: boolean('published')
    .notNull()
    .generatedAlwaysAs(sql`status = 'published'`),
  sensitive: boolean('sensitive').notNull(),
  ...traitColumns(),
  mercator_x: doublePrecision('mercator_x').generatedAlwaysAs(
    sql`case when lon = 180 then 0 when lon is not null then (lon + 180) / 360 end`,
  ),
  mercator_y: doublePrecision('mercator_y').generatedAlwaysAs(
    sql`case when lat is not null then greatest(0, least(
      0.9999999997671694,
      0.5 - ln(
        (1 + sin(radians(greatest(-85.0511287798066, least(85.0511287798066, lat)))))
        / (1 - sin(radians(greatest(-85.0511287798066, least(85.0511287798066, lat)))))
      ) / (4 * pi())
    )) end`,
  ),
  batch_id: integer('batch_id'),
  created_at: moment('created_at').notNull().defaultNow(),
  updated_at: moment('updated_at').notNull().defaultNow(),
  content_hash: bytes('content_hash').notNull(),
  search_text: text('search_text').notNull(),
});

const incidentPart = {
  incident_id: bigint('incident_id', { mode: 'number' }).notNull(),
  position: smallint('position').notNull(),
};

export const people = pgTable('people', { ...incidentPart, ...fieldColumns(personFields) }, (table) => [
  primaryKey({ columns: [table.incident_id, table.position] }),
]);

export const weapons = pgTable('weapons', { ...incidentPart, ...fieldColumns(weaponFields) }, (table) => [
  primaryKey({ columns: [table.incident_id, table.position] }),
]);

export const sources = pgTable('sources', { ...incidentPart, ...fieldColumns(sourceFields) }, (table) => [
  primaryKey({ columns: [table.incident_id, table.position] }),
]);

export const publicTexts = pgTable(
  'public_texts',
  {
    dataset_id: smallint('dataset_id').notNull(),
    field: text('field').$type<PublicTextField>().notNull(),
    text: text('text').notNull(),
    listed: boolean('listed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dataset_id, table.field, table.text] })],
);

/** A text that an import listed, or listed no more, unlike before. */
export type ListingChange = Pick<typeof publicTexts.$inferSelect, 'field' | 'text' | 'listed'>;

/** What the texts of a dataset are of that are public or not: parts of types as reported, or publishers and the hosts of links. */
export type PublicTextField = 'type_as_reported' | 'publisher';

export const revisions = pgTable(
  'revisions',
  {
    incident_id: bigint('incident_id', { mode: 'number' }).notNull(),
    revision: integer('revision').notNull(),
    changed_at: moment('changed_at').notNull().defaultNow(),
    batch_id: integer('batch_id'),
    change: text('change').$type<RevisionDetail['change']>().notNull(),
    fields: text('fields').array().notNull(),
    previous: jsonb('previous'),
  },
  (table) => [primaryKey({ columns: [table.incident_id, table.revision] })],
);

export const removals = pgTable('removals', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  dataset: text('dataset').notNull(),
  title: text('title').notNull(),
  removed_at: moment('removed_at').notNull().defaultNow(),
});

export const removedIncidents = pgTable('removed_incidents', {
  public_id: text('public_id').primaryKey(),
  removal_id: integer('removal_id').notNull(),
});

export const identifierSecret = pgTable('identifier_secret', {
  single: boolean('single').primaryKey().default(true),
  secret: bytes('secret').notNull(),
});

export const publication = pgTable('publication', {
  single: boolean('single').primaryKey().default(true),
  version: bigint('version', { mode: 'number' }).notNull(),
  changed_at: moment('changed_at').notNull().defaultNow(),
});

export const publicationChanges = pgTable('publication_changes', {
  version: bigint('version', { mode: 'number' }).notNull(),
  incident_id: bigint('incident_id', { mode: 'number' }),
});

export const schemaMigrations = pgTable('schema_migrations', {
  name: text('name').primaryKey(),
  checksum: text('checksum').notNull(),
  applied_at: moment('applied_at').notNull().defaultNow(),
});
