import { exportFormat, type ExportFormatName, type Sort } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { base, withQuery } from './client.ts';

/* Addresses of files. Apart from what every page begins with, since the list of formats is long. */

/** Address of the description of the columns of a file. @param columns as in `ExportChoices` */
export function metadataAddress(query: string, columns: string): string {
  return withQuery(`${base}/incidents.metadata.json`, query, columns);
}

export interface ExportChoices {
  /** What `columnsQuery` makes of their names, which needs the list of all columns: only the dialog of downloads loads it. */
  readonly columns?: string;
  readonly hxl?: boolean;
  /** Whether with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** The order of the rows of a file for people to read; undefined for a file for programs. */
  readonly readable?: { readonly sort: Sort; readonly measure: Measure } | undefined;
}

/** Address of the download of exactly what the filter selects, as CSV. */
export function csvAddress(query: string, choices: ExportChoices = {}): string {
  return exportAddress('csv', query, choices);
}

/** The same in any format. */
export function exportAddress(
  format: ExportFormatName,
  query: string,
  { columns = '', hxl = false, bom = false, readable }: ExportChoices = {},
): string {
  const measured = readable !== undefined && readable.measure !== 'incidents' && readable.sort.endsWith('amount');
  return withQuery(
    `${base}/incidents.${exportFormat(format).extension}`,
    query,
    readable === undefined ? '' : `style=readable&headings=1&sort=${readable.sort}`,
    measured ? `measure=${readable.measure}` : '',
    columns,
    hxl ? 'hxl=1' : '',
    bom ? 'bom=1' : '',
  );
}

/** Address of the indicators as a file. */
export function indicatorsAddress(query: string, format: 'csv' | 'xlsx'): string {
  return withQuery(`${base}/indicators.${format}`, query);
}

/** Address of the readable page of the API. */
export const apiPage = '/api/docs';
