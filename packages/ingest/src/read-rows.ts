import type { Reason } from './findings.ts';
import type { BrokenRow, Columns, Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';

/** A file that can be read, whatever its kind. */
export interface OpenFile {
  /** As given. */
  readonly path: string;
  /** Last part of the path, for messages. */
  readonly name: string;
  /** Bytes that are read from it, unpacked. */
  readonly size: number;
  /** At least as high as the number of its last row. */
  readonly lines: number;
  /** What the numbers of its rows count. */
  readonly unit: RowUnit;
  /** How it is read, for the report: encoding, delimiter, sheet. */
  readonly about: string;
  /** The columns that it has, or at least those that its format reads. */
  readonly names: readonly string[];
  /** Those that its format does not read, if they are not among the names. */
  readonly notRead?: readonly string[];
  /** Reads its rows in their order, with a text for each of the names. Throws `FileError` where it cannot be read on. */
  readonly rows: (options: ReadRowsOptions) => AsyncIterable<RawRow>;
}

export type RowUnit = 'line' | 'row' | 'record';

/** One row with all its columns. */
export interface RawRow {
  /** Counted from 1: the line on which it starts, the row of a sheet, or the record. */
  readonly number: number;
  /** Undefined if a cell is empty and the file does not have it. */
  readonly texts: readonly (string | undefined)[];
  readonly reason?: Reason;
}

export interface ReadRowsOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of bytes of each portion, unpacked. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * The rows of a file in their order, each with its number in the file. Columns that the format does not read are thrown away here.
 * @throws FileError where the file cannot be read on.
 */
export async function* readRows(
  file: OpenFile,
  format: SourceFormat,
  options: ReadRowsOptions = {},
): AsyncGenerator<Row | BrokenRow> {
  const keep = columnsToKeep(file, format);
  for await (const { number, texts, reason } of file.rows(options)) {
    const row: Row = { file: file.path, line: number, columns: keep.columns, cells: keep.cells(texts) };
    yield reason === undefined ? row : { ...row, reason };
  }
}

function columnsToKeep(file: OpenFile, format: SourceFormat): { columns: Columns; cells: (texts: RawRow['texts']) => string[] } {
  const read = new Set([...format.required, ...format.optional]);
  const kept = file.names
    .map((name, index) => ({ name, index, reduce: format.reduced[name] }))
    .filter(({ name }) => read.has(name));
  const names = kept.map(({ name }) => name);
  const columns = { names, position: new Map(names.map((name, index) => [name, index])), nullWords: format.nullWords };
  const cells = (texts: RawRow['texts']) =>
    kept.map(({ index, reduce }) => {
      const text = texts[index] ?? '';
      return reduce ? reduce(text) : text;
    });
  return { columns, cells };
}

/** The rows of a file that have the given numbers, for those that only the database could refuse. */
export async function* readRowsAt(file: OpenFile, format: SourceFormat, lines: ReadonlySet<number>): AsyncGenerator<Row> {
  for await (const row of readRows(file, format)) if (lines.has(row.line)) yield row;
}
