import type { ExportFormatName } from '@monitor/contract';
import type { Download, FormatWriter } from './format-writer.ts';
import { portableWriters, writeWith } from './portable-writers.ts';

/** What writes each format of the list in the contract. Loaded with its first file, since workbooks and Parquet need many modules. */
const writers: Readonly<Record<ExportFormatName, () => Promise<FormatWriter>>> = {
  ...portableWriters,
  geopackage: async () => (await import('./write-geopackage.ts')).writeGeopackage,
};

/** Writes a download in a format. */
export function writeDownload(name: ExportFormatName, download: Download): ReturnType<FormatWriter> {
  return writeWith(writers[name], download);
}
