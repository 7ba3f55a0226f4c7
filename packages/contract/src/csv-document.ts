import { chosenColumns, type ColumnChoice } from './incident-csv.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentExport } from './incidents.ts';
import { remembering } from '@monitor/domain';
import { type CsvColumn, headingOf, isChecked } from './csv-column.ts';
import { csvCell, csvLine, type CsvStyle, joinCells } from './csv-text.ts';

export interface CsvOptions extends ColumnChoice {
  /** Headings for people in place of the names of columns. */
  readonly headings?: boolean | undefined;
  /** A row of HXL hashtags under the header. */
  readonly hxl?: boolean | undefined;
  /** A byte-order mark in front, for old versions of Excel. */
  readonly bom?: boolean | undefined;
}

/** The text of the CSV, a portion of rows at a time. */
export async function* csvDocument(
  portions: AsyncIterable<readonly IncidentExport[]>,
  names: IncidentNames,
  { headings = false, hxl = false, bom = false, ...chosen }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { style = 'plain' } = chosen;
  const columns = chosenColumns(chosen);
  yield `${bom || style === 'readable' ? '\uFEFF' : ''}${csvHeader(columns, style, headings)}${hxl ? hxlRow(columns, style) : ''}`;
  const write = csvRowWriter(columns, names, style);
  for await (const rows of portions) yield rows.map(write).join('');
}

/** The first line of the file, with its line end. */
export function csvHeader(columns: readonly CsvColumn[], style: CsvStyle = 'plain', headings = false): string {
  return csvLine(
    columns.map(({ name }) => (headings ? headingOf(name) : name)),
    style,
  );
}

/** The line of HXL hashtags that may stand directly under the header, with its line end. */
export function hxlRow(columns: readonly CsvColumn[], style: CsvStyle = 'plain'): string {
  return csvLine(
    columns.map((column) => column.hxl),
    style,
  );
}

/** Columns side by side that are written together. */
interface Run {
  readonly of: CsvColumn['of'];
  readonly columns: readonly CsvColumn[];
}

/** The columns in their order: those side by side that one field decides are a run, and so are those that none does. */
function runsOf(columns: readonly CsvColumn[]): readonly Run[] {
  const runs: { of: CsvColumn['of']; columns: CsvColumn[] }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last !== undefined && column.of === last.of) last.columns.push(column);
    else runs.push({ of: column.of, columns: [column] });
  }
  return runs;
}

/** Writes an incident as a line of the file, with its line end. Each file has a writer of its own, which remembers what it has written. */
export function csvRowWriter(
  columns: readonly CsvColumn[],
  names: IncidentNames,
  style: CsvStyle = 'plain',
): (item: IncidentExport) => string {
  const writers = runsOf(columns).map(({ of, columns: together }) => {
    const cells = together.map((column) => cellWriter(column, names, style));
    const write = (item: IncidentExport) =>
      joinCells(
        cells.map((cell) => cell(item)),
        style,
      );
    return of === undefined ? write : remembering(write, (item) => item[of]);
  });
  return (item) =>
    `${joinCells(
      writers.map((write) => write(item)),
      style,
    )}\r\n`;
}

function cellWriter(column: CsvColumn, names: IncidentNames, style: CsvStyle): (item: IncidentExport) => string {
  const { cell } = column;
  if (style === 'plain' && isChecked(column)) return (item) => (cell(item, names) ?? '') as string;
  return (item) => csvCell(cell(item, names), style);
}
