import type { CsvStyle } from './csv-text.ts';
import { csvHeader, csvRowWriter, hxlRow } from './incident-csv.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport } from './incidents.ts';

export interface CsvOptions {
  /** Whom the file is for; programs where left out. A readable file has the byte-order mark in any case. */
  readonly style?: CsvStyle | undefined;
  /** A row of HXL hashtags under the header. */
  readonly hxl?: boolean | undefined;
  /** A byte-order mark in front, for old versions of Excel. */
  readonly bom?: boolean | undefined;
}

/** The text of the CSV, a portion of rows at a time. */
export async function* csvDocument(
  portions: AsyncIterable<readonly IncidentExport[]>,
  names: IncidentNames,
  { style = 'plain', hxl = false, bom = false }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  yield `${bom || style === 'readable' ? '\uFEFF' : ''}${csvHeader(style)}${hxl ? hxlRow(style) : ''}`;
  const write = csvRowWriter(names, style);
  for await (const rows of portions) yield rows.map(write).join('');
}
