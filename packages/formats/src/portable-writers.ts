import type { PortableFormatName } from '@monitor/contract';
import type { Download, FormatWriter } from './format-writer.ts';

export { type About, addressOf, selectedDatasets } from './about.ts';
export { tableMetadata } from './csvw.ts';
export type { Download } from './format-writer.ts';
export { incidentNames } from './incident-names.ts';

/** What writes the formats that need nothing of Node, so that a browser can write them too. */
export const portableWriters = {
  csv: async () => (await import('./write-csv.ts')).writeCsv,
  xlsx: async () => (await import('./write-xlsx.ts')).writeXlsx,
  geojson: async () => (await import('./write-geojson.ts')).writeGeojson,
  ndjson: async () => (await import('./write-ndjson.ts')).writeNdjson,
  geoparquet: async () => (await import('./write-geoparquet.ts')).writeGeoparquet,
  zip: async () => (await import('./write-zip.ts')).writeZip,
} satisfies Readonly<Record<PortableFormatName, () => Promise<FormatWriter>>>;

/** Writes a download. The file of a comparison says of each row which side it is of. */
export async function* writeWith(load: () => Promise<FormatWriter>, download: Download): ReturnType<FormatWriter> {
  const compared = download.about.selection.against !== undefined;
  const write = await load();
  yield* write({ ...download, options: { ...download.options, compared } });
}
