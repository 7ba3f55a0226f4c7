import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite, { type Database, type JSValue } from 'node-sqlite3-wasm';
import type { ColumnType, IncidentExport } from '@monitor/contract';
import { chosenColumns } from '@monitor/contract/without-schemas';
import { type About, factsOf, notesOf, title } from './about.ts';
import { Bounds } from './bounds.ts';
import { typedValue } from './column-values.ts';
import type { Download, FormatWriter } from './format-writer.ts';
import { pointBytes, writePoint } from './wkb-point.ts';

/*
 * The pages of a SQLite file refer to pages behind them, so the file is made in a temporary folder before its first byte is sent. That takes
 * disk in place of memory.
 */

const layer = 'incidents';
/** WGS 84: longitude first in GeoPackage. */
const srs = 4326;
const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** Types of columns as GeoPackage 1.3 names them. It has none for times of the day. */
const typesOfColumns: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  address: 'TEXT',
  time: 'TEXT',
  date: 'DATE',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/** `GPKG`, and the version 1.3.0. */
const settings = `
  pragma journal_mode = off;
  pragma synchronous = off;
  pragma application_id = 0x47504b47;
  pragma user_version = 10300;`;

const tables = `
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer not null primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (
    table_name text not null primary key, data_type text not null, identifier text unique, description text default '',
    last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x double, min_y double, max_x double, max_y double, srs_id integer,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (
    table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null,
    z tinyint not null, m tinyint not null,
    constraint pk_geom_cols primary key (table_name, column_name),
    constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id));
  create table about (id integer primary key autoincrement not null, name text not null, value text not null);`;

/** GeoPackage 1.3 (https://www.geopackage.org): a layer of the incidents with the columns of the CSV, and a table of what the file is. */
export const writeGeopackage: FormatWriter = async function* (download) {
  const folder = await mkdtemp(join(tmpdir(), 'geopackage-'));
  try {
    const file = join(folder, 'incidents.gpkg');
    await writeFile(file, download);
    yield* createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Uint8Array>;
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function writeFile(file: string, { incidents, names, about, options }: Download): Promise<void> {
  const database = new sqlite.Database(file);
  try {
    const columns = chosenColumns(options);
    database.exec(settings);
    database.exec('begin');
    database.exec(tables);
    for (const row of [
      ['Undefined Cartesian', -1, 'NONE', -1, 'undefined', null],
      ['Undefined geographic', 0, 'NONE', 0, 'undefined', null],
      ['WGS 84', srs, 'EPSG', srs, wgs84, null],
    ])
      database.run('insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)', row);
    database.exec(
      `create table ${layer} (fid integer primary key autoincrement not null, geom point, ${columns
        .map(({ name, type }) => `"${name}" ${typesOfColumns[type]}`)
        .join(', ')})`,
    );
    const insert = database.prepare(`insert into ${layer} values (null, ?, ${columns.map(() => '?').join(', ')})`);
    const bounds = new Bounds();
    for await (const portion of incidents) {
      for (const item of portion) {
        bounds.widen(item);
        insert.run([pointOf(item), ...columns.map(({ type, cell }) => valueOf(type, cell(item, names)))]);
      }
    }
    insert.finalize();
    describe(database, about, bounds);
    database.exec('commit');
  } finally {
    database.close();
  }
}

function describe(database: Database, about: About, bounds: Bounds): void {
  for (const fact of factsOf(about)) database.run('insert into about (name, value) values (?, ?)', fact);
  const changed = `${about.downloadedOn}T00:00:00.000Z`;
  const contents = 'insert into gpkg_contents values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
  const box = bounds.box ?? [null, null, null, null];
  database.run(contents, [layer, 'features', title, notesOf(about).join('\n'), changed, ...box, srs]);
  database.run(contents, ['about', 'attributes', 'About this file', '', changed, null, null, null, null, null]);
  database.run('insert into gpkg_geometry_columns values (?, ?, ?, ?, 0, 0)', [layer, 'geom', 'POINT', srs]);
}

function valueOf(type: ColumnType, cell: Parameters<typeof typedValue>[1]): JSValue {
  return typedValue(type === 'date' || type === 'time' ? 'text' : type, cell);
}

const headerBytes = 8;

/** The point as GeoPackage has it: its own header, little endian and without a box, and the well-known binary. */
function pointOf({ lon, lat }: IncidentExport): Uint8Array | null {
  if (lon === null || lat === null) return null;
  const point = new Uint8Array(headerBytes + pointBytes);
  const view = new DataView(point.buffer);
  point.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, srs, true);
  writePoint(view, headerBytes, lon, lat);
  return point;
}
