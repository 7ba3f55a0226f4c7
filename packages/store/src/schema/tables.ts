import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/* The tables as the migrations make them; a database test compares names, types and nullability. Checks and indexes are in the SQL. */

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
});

export const jurisdictions = pgTable('jurisdictions', {
  code: text('code').primaryKey(),
  iso3: text('iso3').notNull(),
  name: text('name').notNull(),
  note: text('note'),
  monitored: boolean('monitored').notNull(),
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
});

export const incidents = pgTable('incidents', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  occurred_on: date('occurred_on').notNull(),
  weapon_mask: integer('weapon_mask').notNull(),
  victim_mask: integer('victim_mask').notNull(),
  outcome_mask: smallint('outcome_mask').notNull(),
  perpetrator_mask: smallint('perpetrator_mask').notNull(),
  relationship_mask: smallint('relationship_mask').notNull(),
  source_mask: smallint('source_mask').notNull(),
  dataset_id: smallint('dataset_id').notNull(),
  sensitive: boolean('sensitive').notNull(),
  published: boolean('published')
    .notNull()
    .generatedAlwaysAs(sql`status = 'published'`),
  killed: integer('killed'),
  injured: integer('injured'),
  threatened: integer('threatened'),
  suicides: integer('suicides'),
  lon: doublePrecision('lon'),
  lat: doublePrecision('lat'),
  mercator_x: doublePrecision('mercator_x').generatedAlwaysAs(sql`see the migration`),
  mercator_y: doublePrecision('mercator_y').generatedAlwaysAs(sql`see the migration`),
  type: text('type').notNull(),
  country: text('country').notNull(),
  setting: text('setting').notNull(),
  urbanity: text('urbanity').notNull(),
  place_precision: text('place_precision').notNull(),
  region: text('region'),
  subtype: text('subtype'),
  date_precision: text('date_precision').notNull(),
  status: text('status').notNull(),
  public_id: text('public_id').notNull().unique(),
  place: text('place'),
  local_time: text('local_time'),
  occurred_until: date('occurred_until'),
  killed_low: integer('killed_low'),
  killed_high: integer('killed_high'),
  injured_low: integer('injured_low'),
  injured_high: integer('injured_high'),
  exact_lon: doublePrecision('exact_lon'),
  exact_lat: doublePrecision('exact_lat'),
  batch_id: integer('batch_id'),
  created_at: moment('created_at').notNull().defaultNow(),
  updated_at: moment('updated_at').notNull().defaultNow(),
  source_key: text('source_key').notNull(),
  type_as_reported: text('type_as_reported'),
  content_hash: bytes('content_hash').notNull(),
  search_text: text('search_text').notNull(),
});

const incidentPart = {
  incident_id: bigint('incident_id', { mode: 'number' }).notNull(),
  position: smallint('position').notNull(),
};

export const people = pgTable(
  'people',
  {
    ...incidentPart,
    age: smallint('age'),
    role: text('role').notNull(),
    sex: text('sex').notNull(),
    age_band: text('age_band').notNull(),
    outcome: text('outcome').notNull(),
    relationship: text('relationship').notNull(),
  },
  (table) => [primaryKey({ columns: [table.incident_id, table.position] })],
);

export const weapons = pgTable(
  'weapons',
  {
    ...incidentPart,
    count: integer('count'),
    class: text('class').notNull(),
    legal: text('legal').notNull(),
    mode: text('mode'),
    traced: text('traced').notNull(),
  },
  (table) => [primaryKey({ columns: [table.incident_id, table.position] })],
);

export const sources = pgTable(
  'sources',
  {
    ...incidentPart,
    published_on: date('published_on'),
    kind: text('kind').notNull(),
    publisher: text('publisher'),
    url: text('url'),
    language: text('language'),
  },
  (table) => [primaryKey({ columns: [table.incident_id, table.position] })],
);

export const revisions = pgTable(
  'revisions',
  {
    incident_id: bigint('incident_id', { mode: 'number' }).notNull(),
    revision: integer('revision').notNull(),
    changed_at: moment('changed_at').notNull().defaultNow(),
    batch_id: integer('batch_id'),
    change: text('change').notNull(),
    fields: text('fields').array().notNull(),
    previous: jsonb('previous'),
  },
  (table) => [primaryKey({ columns: [table.incident_id, table.revision] })],
);

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
