import type { Reason } from './findings.ts';

/** The columns of a file that are kept, in their order, shared by all its rows. */
export interface Columns {
  readonly names: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  readonly nullWords: ReadonlySet<string>;
}

/** One record of a file, with the columns that its format reads and no others. */
export interface Row {
  readonly file: string;
  /** Physical line of the file on which the record starts, counted from 1. */
  readonly line: number;
  readonly columns: Columns;
  readonly cells: readonly string[];
}

/** A record that cannot be read as cells of the header. */
export interface BrokenRow extends Row {
  readonly reason: Reason;
}

/** The text of a cell without blanks around it; null if it is empty, a null word, or the column is not there. */
export function cell(row: Row, column: string): string | null {
  const position = row.columns.position.get(column);
  if (position === undefined) return null;
  const text = row.cells[position]?.trim() ?? '';
  return text === '' || row.columns.nullWords.has(text) ? null : text;
}
