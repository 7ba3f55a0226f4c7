export * from './codebook.ts';
export type { CsvColumn, CsvLookups } from './csv-column.ts';
export * from './filter-query.ts';
export * from './incident-csv.ts';
export * from './incidents.ts';
export * from './problem.ts';
export * from './sort.ts';
export * from './summary.ts';
export * from './tiles.ts';
