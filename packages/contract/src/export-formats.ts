import { type PartName, partNames } from '@monitor/domain';

/** What crosses the wire of a download format. */
interface ExportFormat {
  /** What follows the dot of the file name and of the address, `/api/v1/incidents.{extension}`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Name for people. */
  readonly label: string;
  /** What it holds, in a sentence. */
  readonly holds: string;
  /** Options that it has: labels in place of codes, a row of hashtags, a byte-order mark. */
  readonly options: readonly ExportOption[];
  /** Tables that it has beside that of incidents. */
  readonly tables: readonly PartName[];
  /** About how many bytes an incident takes, for an estimate. Tests hold it to the made-up data. */
  readonly bytesPerIncident: number;
  /** Most incidents that the format can hold. */
  readonly mostIncidents?: number;
}

export const exportOptions = ['style', 'hxl', 'bom'] as const;
export type ExportOption = (typeof exportOptions)[number];

/**
 * The one list of download formats, in the order in which they are offered. The addresses of the API, the options of the dialog and of
 * `monitor export`, and the documents derive from it. What writes each is in packages/formats.
 */
export const exportFormats = {
  csv: {
    extension: 'csv',
    mediaType: 'text/csv',
    label: 'CSV',
    holds: 'One row per incident, RFC 4180 and UTF-8.',
    options: ['style', 'hxl', 'bom'],
    tables: [],
    bytesPerIncident: 600,
  },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'XLSX',
    holds: 'An Excel workbook: one row per incident with typed cells, and a sheet of notes.',
    options: ['style'],
    tables: [],
    bytesPerIncident: 400,
    mostIncidents: 1_048_575,
  },
  geojson: {
    extension: 'geojson',
    mediaType: 'application/geo+json',
    label: 'GeoJSON',
    holds:
      'One Feature per incident (RFC 7946), with its people, weapons and sources. `geometry` is `null` without a public point.',
    options: [],
    tables: [],
    bytesPerIncident: 1500,
  },
  ndjson: {
    extension: 'ndjson',
    mediaType: 'application/x-ndjson',
    label: 'NDJSON',
    holds: 'One JSON object per incident and line, with its people, weapons and sources.',
    options: [],
    tables: [],
    bytesPerIncident: 1500,
  },
  geoparquet: {
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    label: 'GeoParquet',
    holds: 'The columns of the CSV with their types, and the points as WKB (GeoParquet 1.1).',
    options: [],
    tables: [],
    bytesPerIncident: 60,
  },
  zip: {
    extension: 'zip',
    mediaType: 'application/zip',
    label: 'ZIP',
    holds:
      'Incidents, people, weapons and sources as four CSV files, with their description as Frictionless Data Package and CSVW, the codebook and a text to read first.',
    options: [],
    tables: partNames,
    bytesPerIncident: 150,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormatName[];

/** The entry of a format, with what not every format has. */
export function exportFormat(name: ExportFormatName): ExportFormat {
  return exportFormats[name];
}
