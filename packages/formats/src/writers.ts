import type { ExportFormatName } from '@monitor/contract';
import type { Download, FormatWriter } from './format-writer.ts';

/** What writes each format of the list in the contract. Loaded with its first file, since workbooks and Parquet need many modules. */
const writers: Readonly<Record<ExportFormatName, () => Promise<FormatWriter>>> = {
  csv: async () => (await import('./write-csv.ts')).writeCsv,
  xlsx: async () => (await import('./write-xlsx.ts')).writeXlsx,
  geojson: async () => (await import('./write-geojson.ts')).writeGeojson,
  ndjson: async () => (await import('./write-ndjson.ts')).writeNdjson,
  geoparquet: async () => (await import('./write-geoparquet.ts')).writeGeoparquet,
  geopackage: async () => (await import('./write-geopackage.ts')).writeGeopackage,
  zip: async () => (await import('./write-zip.ts')).writeZip,
};

/** Writes a download in a format. The file of a comparison says of each row which side it is of. */
export async function* writeDownload(name: ExportFormatName, download: Download): ReturnType<FormatWriter> {
  const compared = download.about.selection.against !== undefined;
  const write = await writers[name]();
  yield* write({ ...download, options: { ...download.options, compared } });
}
