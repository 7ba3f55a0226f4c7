import { csvHeader, csvRowWriter, hxlRow } from './csv-rows.ts';
import { chosenColumns, type ColumnChoice } from './incident-csv.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport } from './incidents.ts';

export interface CsvOptions extends ColumnChoice {
  /** A row of HXL hashtags under the header. */
  readonly hxl?: boolean | undefined;
  /** A byte-order mark in front, for old versions of Excel. */
  readonly bom?: boolean | undefined;
}

/** The text of the CSV, a portion of rows at a time. */
export async function* csvDocument(
  portions: AsyncIterable<readonly IncidentExport[]>,
  names: IncidentNames,
  { hxl = false, bom = false, ...chosen }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { style = 'plain' } = chosen;
  const columns = chosenColumns(chosen);
  yield `${bom || style === 'readable' ? '\uFEFF' : ''}${csvHeader(columns, style)}${hxl ? hxlRow(columns, style) : ''}`;
  const write = csvRowWriter(columns, names, style);
  for await (const rows of portions) yield rows.map(write).join('');
}
