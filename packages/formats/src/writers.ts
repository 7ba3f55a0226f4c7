import type { ExportFormatName } from '@monitor/contract';
import type { Download, FormatWriter } from './format-writer.ts';
import { writeCsv } from './write-csv.ts';
import { writeGeojson } from './write-geojson.ts';
import { writeGeoparquet } from './write-geoparquet.ts';
import { writeNdjson } from './write-ndjson.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeZip } from './write-zip.ts';

/** What writes each format of the list in the contract. */
const writers: Readonly<Record<ExportFormatName, FormatWriter>> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  geojson: writeGeojson,
  ndjson: writeNdjson,
  geoparquet: writeGeoparquet,
  zip: writeZip,
};

/** Writes a download in a format. The file of a comparison says of each row which side it is of. */
export function writeDownload(name: ExportFormatName, download: Download): ReturnType<FormatWriter> {
  const compared = download.about.selection.against !== undefined;
  return writers[name]({ ...download, options: { ...download.options, compared } });
}
