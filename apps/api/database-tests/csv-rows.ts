import { parse } from 'csv-parse/sync';

/** The rows of a CSV with the columns that tests look at; all others are there too. */
export type CsvRow = Record<'id' | 'occurred_on' | 'killed' | 'injured' | 'lon', string> & Record<string, string | undefined>;

/** Reads a CSV with a header as strictly as RFC 4180 has it. */
export function rowsOf(text: string, delimiter = ','): CsvRow[] {
  return parse<CsvRow>(text, { columns: true, record_delimiter: '\r\n', delimiter });
}
