export { type About, addressOf, type ExportedDataset, selectedDatasets } from './about.ts';
export { tableMetadata } from './csvw.ts';
export type { Download, FormatWriter } from './format-writer.ts';
export { incidentNames } from './incident-names.ts';
export { writeDownload } from './writers.ts';
