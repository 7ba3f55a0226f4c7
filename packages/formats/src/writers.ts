import type { ExportFormatName } from '@monitor/contract';
import type { FormatWriter } from './format-writer.ts';
import { writeCsv } from './write-csv.ts';
import { writeGeojson } from './write-geojson.ts';
import { writeGeoparquet } from './write-geoparquet.ts';
import { writeNdjson } from './write-ndjson.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeZip } from './write-zip.ts';

/** What writes each format of the list in the contract. */
export const writers: Readonly<Record<ExportFormatName, FormatWriter>> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  geojson: writeGeojson,
  ndjson: writeNdjson,
  geoparquet: writeGeoparquet,
  zip: writeZip,
};
