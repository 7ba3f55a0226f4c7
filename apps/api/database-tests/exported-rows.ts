import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import sqlite from 'node-sqlite3-wasm';
import { fromBufferPromise } from 'yauzl';
import { csvColumns, exportFormat, type ExportFormatName, exportFormatNames, headingOf } from '@monitor/contract';
import { recordOf } from '@monitor/domain';
import { rowsOf } from './csv-rows.ts';

/** What all formats say of an incident: its identifier, numbers of people and longitude; null if not reported. */
export interface ExportedRow {
  readonly id: string;
  readonly killed: number | null;
  readonly lon: number | null;
}

type Reader = (
  file: Buffer,
) => Promise<readonly Readonly<Record<string, unknown>>[]> | readonly Readonly<Record<string, unknown>>[];

/** How each format is read, by programs that have no part in writing it wherever there is one. */
const readers: Readonly<Record<ExportFormatName, Reader>> = {
  csv: (file) => rowsOf(file.toString()),
  ndjson: (file) =>
    file
      .toString()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  geojson(file) {
    const { features } = JSON.parse(file.toString()) as {
      features: { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
    };
    return features.map(({ id, geometry, properties }) => ({ ...properties, id, lon: geometry?.coordinates[0] ?? null }));
  },
  async xlsx(file) {
    const [header = [], ...rows] = (await readXlsx(file)).sheets.find(({ name }) => name === 'Incidents')?.rows ?? [];
    const names = header.map((heading) => csvColumns.find(({ name }) => headingOf(name) === heading)?.name ?? String(heading));
    return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])));
  },
  geoparquet: (file) => parquetReadObjects({ file: bytesOf(file), geoparquet: false }),
  geopackage: async (file) => (await tablesOf(file)).incidents!,
  zip: async (file) => rowsOf((await filesOf(file)).get('incidents.csv') ?? ''),
};

/** The table of incidents of a file of this format, each format with its own types. */
export async function exportedTable(name: ExportFormatName, file: Buffer): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return readers[name](file);
}

/** The incidents of a file of this format. */
export async function exportedRows(name: ExportFormatName, file: Buffer): Promise<ExportedRow[]> {
  const number = (value: unknown) => (value === null || value === '' || value === undefined ? null : Number(value));
  return (await exportedTable(name, file)).map(({ id, killed, lon }) => ({
    id: String(id),
    killed: number(killed),
    lon: number(lon),
  }));
}

/** How many there are, and a checksum of which. */
export function fingerprint(ids: readonly string[]): string {
  return `${ids.length} ${createHash('sha256').update(ids.toSorted().join(' ')).digest('hex').slice(0, 16)}`;
}

/** The texts of an archive by their names. */
export async function filesOf(archive: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

/** All that a file of this format says, as text. */
export async function textOf(name: ExportFormatName, file: Buffer): Promise<string> {
  if (name === 'zip' || name === 'xlsx') return [...(await filesOf(file)).values()].join('\n');
  if (name === 'geopackage') return JSON.stringify(await tablesOf(file));
  if (name !== 'geoparquet') return file.toString();
  const { key_value_metadata: facts } = await parquetMetadataAsync(bytesOf(file));
  return JSON.stringify([facts, await parquetReadObjects({ file: bytesOf(file) })]);
}

/** The rows of each table of a GeoPackage. */
export async function tablesOf(file: Buffer): Promise<Record<string, Readonly<Record<string, unknown>>[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'gpkg-'));
  const path = join(folder, 'a.gpkg');
  await writeFile(path, file);
  const database = new sqlite.Database(path, { readOnly: true });
  try {
    const names = database.all("select name from sqlite_schema where type = 'table'").map(({ name }) => name as string);
    return recordOf(names, (name) => database.all(`select * from ${name}`));
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
}

/** The bytes alone: a buffer can be a part of a larger one. */
export function bytesOf(file: Buffer): ArrayBuffer {
  return new Uint8Array(file).buffer;
}

/** Every format with its names for people and of files. */
export const formats = exportFormatNames.map((name) => ({ name, ...exportFormat(name) }));

export const addressOfFormat = (name: ExportFormatName) => `/api/v1/incidents.${exportFormat(name).extension}`;
