import { type PartName, partNames } from '@monitor/domain';

/** What crosses the wire of a download format. */
export interface ExportFormat {
  /** What follows the dot of the file name and of the address, `/api/v1/incidents.{extension}`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Name for people. */
  readonly label: string;
  /** What it holds, in a sentence. */
  readonly holds: string;
  /** Options that it has: labels in place of codes, headings in words, a choice of columns, a row of hashtags, a byte-order mark. */
  readonly options: readonly ExportOption[];
  /** Tables that it has beside that of incidents. */
  readonly tables: readonly PartName[];
  /** About how many bytes a file takes without incidents, and each incident takes, for an estimate. A journey holds it to the made-up data. */
  readonly bytes: readonly [alone: number, perIncident: number];
  /** True if an incident has its people, weapons and sources within it, in place of the columns of the CSV. */
  readonly nested?: boolean;
  /** True if a browser can write it, without a server. */
  readonly portable?: boolean;
  /** Most incidents that the format can hold. */
  readonly mostIncidents?: number;
}

export const exportOptions = ['style', 'headings', 'columns', 'hxl', 'bom'] as const;
export type ExportOption = (typeof exportOptions)[number];

/**
 * The one list of download formats, in the order in which they are offered. The addresses of the API, the options of the dialog and of
 * `monitor export`, and the documents derive from it. What writes each is in packages/formats.
 */
export const exportFormats = {
  csv: {
    extension: 'csv',
    portable: true,
    mediaType: 'text/csv',
    label: 'CSV',
    holds: 'One row per incident, RFC 4180 and UTF-8.',
    options: ['style', 'headings', 'columns', 'hxl', 'bom'],
    tables: [],
    bytes: [1000, 565],
  },
  xlsx: {
    extension: 'xlsx',
    portable: true,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'XLSX',
    holds: 'An Excel workbook: one row per incident with typed cells, and a sheet of notes.',
    options: ['style', 'headings', 'columns'],
    tables: [],
    bytes: [8000, 242],
    mostIncidents: 1_048_575,
  },
  geojson: {
    extension: 'geojson',
    portable: true,
    mediaType: 'application/geo+json',
    label: 'GeoJSON',
    holds:
      'One Feature per incident (RFC 7946), with its people, weapons and sources. `geometry` is `null` without a public point.',
    options: [],
    tables: [],
    nested: true,
    bytes: [2000, 1480],
  },
  ndjson: {
    extension: 'ndjson',
    portable: true,
    mediaType: 'application/x-ndjson',
    label: 'NDJSON',
    holds: 'One JSON object per incident and line, with its people, weapons and sources.',
    options: [],
    tables: [],
    nested: true,
    bytes: [0, 1400],
  },
  geoparquet: {
    extension: 'parquet',
    portable: true,
    mediaType: 'application/vnd.apache.parquet',
    label: 'GeoParquet',
    holds: 'The columns of the CSV with their types, and the points as WKB (GeoParquet 1.1).',
    options: ['columns'],
    tables: [],
    bytes: [18_000, 88],
  },
  geopackage: {
    extension: 'gpkg',
    mediaType: 'application/geopackage+sqlite3',
    label: 'GeoPackage',
    holds:
      'A layer of points with the columns of the CSV and their types, and a table of notes, for QGIS and GDAL (GeoPackage 1.3).',
    options: ['columns'],
    tables: [],
    bytes: [50_000, 640],
  },
  zip: {
    extension: 'zip',
    portable: true,
    mediaType: 'application/zip',
    label: 'ZIP',
    holds:
      'Incidents, people, weapons and sources as four CSV files, with their description as Frictionless Data Package and CSVW, the codebook and a text to read first.',
    options: [],
    tables: partNames,
    bytes: [21_000, 116],
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormatName[];

/** Those that a browser can write. */
export type PortableFormatName = {
  readonly [Name in ExportFormatName]: (typeof exportFormats)[Name] extends { readonly portable: true } ? Name : never;
}[ExportFormatName];
export const portableFormatNames = exportFormatNames.filter(
  (name): name is PortableFormatName => exportFormat(name).portable === true,
);

/** The formats of the files of all incidents in a published site, and where they are: the usual ones. */
export const wholeFormatNames = ['csv', 'xlsx', 'geoparquet', 'zip'] as const satisfies readonly ExportFormatName[];
export function wholeFileName(name: (typeof wholeFormatNames)[number]): string {
  return `downloads/armed-violence.${exportFormat(name).extension}`;
}

/** The entry of a format, with what not every format has. */
export function exportFormat(name: ExportFormatName): ExportFormat {
  return exportFormats[name];
}

/** About how many bytes the file of a number of incidents takes. */
export function expectedBytes(name: ExportFormatName, incidents: number): number {
  const [alone, perIncident] = exportFormat(name).bytes;
  return alone + perIncident * incidents;
}
