import { createReadStream } from 'node:fs';
import { addAbortSignal, pipeline } from 'node:stream';
import { type CsvError, type Info, parse, type Parser } from 'csv-parse';
import iconv from 'iconv-lite';
import { FileError, type Reason } from './findings.ts';
import type { Header } from './read-header.ts';
import type { BrokenRow, Columns, Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';
import type { SurveyedFile } from './survey-file.ts';

export interface OpenFile extends SurveyedFile, Header {}

export interface ReadRowsOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of bytes of each portion read from the disk. */
  readonly onBytes?: (bytes: number) => void;
}

/** The longest record taken for one, in bytes. A longer one means a quotation mark that is never closed. */
const longestRecord = 1024 * 1024;

/**
 * The rows of a file in their order, each with the physical line it starts on. Columns that the format does not read are thrown away here.
 * @throws FileError where the file cannot be read on.
 */
export async function* readRows(
  file: OpenFile,
  format: SourceFormat,
  options: ReadRowsOptions = {},
): AsyncGenerator<Row | BrokenRow> {
  const keep = columnsToKeep(file, format);
  const failures: CsvError[] = [];
  const parser = openParser(file, options, failures);
  let line = 1;
  let before: Pick<Info, 'lines' | 'empty_lines'> = { lines: 0, empty_lines: 0 };
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    const blank = info.empty_lines - before.empty_lines;
    const start = line + blank;
    const ends = info.lines - before.lines - blank;
    line = start + ends - (ends > 1 ? windowsLineEndsIn(record) : 0);
    before = info;
    if (info.records === 1 || (info.records === 2 && isTagRow(record)) || record.every((text) => text.trim() === '')) continue;
    const row: Row = { file: file.path, line: start, columns: keep.columns, cells: keep.cells(record) };
    const reason = countProblem(record, file.names.length);
    yield reason === undefined ? row : { ...row, reason };
  }
  options.signal?.throwIfAborted();
  const [failure] = failures;
  if (failure?.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message =
      'a quotation mark in this row is never closed, so everything after it was read as one text. ' +
      'If the file was cut off, get it again. If not, close the quotation mark.';
    yield { file: file.path, line, columns: keep.columns, cells: [], reason: { kind: 'quotation_open', message } };
  } else if (failure) {
    throw new FileError(
      `${file.name}, line ${line}: the row that starts here is longer than 1 MB. A quotation mark is probably never closed.`,
    );
  }
}

function openParser(file: OpenFile, { signal, onBytes }: ReadRowsOptions, failures: CsvError[]): Parser {
  const parser = parse({
    delimiter: file.delimiter,
    // A lone carriage return ends a line only in files that have no other line end.
    record_delimiter: /\n/.test(file.head) ? ['\r\n', '\n'] : ['\r'],
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRecord,
  });
  parser.on('skip', (error: CsvError | undefined) => error && failures.push(error));
  const bytes = createReadStream(file.path, { highWaterMark: 256 * 1024 });
  if (onBytes) bytes.on('data', (chunk) => onBytes(chunk.length));
  if (signal) addAbortSignal(signal, bytes);
  if (file.encoding.name === 'utf-8') pipeline(bytes, parser, leaveToReader);
  else pipeline(bytes, iconv.decodeStream(file.encoding.name), parser, leaveToReader);
  return parser;
}

/** An error of the stream reaches the reader of the parser, so nothing is left to do here. */
function leaveToReader(): void {}

/** The parser counts a carriage return and a line feed inside quotation marks as two lines. */
function windowsLineEndsIn(record: readonly string[]): number {
  return record.reduce((count, text) => count + (text.includes('\r\n') ? text.split('\r\n').length - 1 : 0), 0);
}

/** True for the row of HXL hashtags that may stand directly under the header; programs may number it, as any row, in a first column. */
function isTagRow(record: readonly string[]): boolean {
  const [first = '', ...others] = record;
  const filled = (/^\s*\d+\s*$/.test(first) ? others : record).filter((text) => text.trim() !== '');
  return filled.length > 0 && filled.every((text) => /^\s*#[a-z]/i.test(text));
}

function countProblem(record: readonly string[], expected: number): Reason | undefined {
  const difference = `the row has ${record.length} ${record.length === 1 ? 'cell' : 'cells'} but the header has ${expected}.`;
  if (record.length < expected) {
    const cause = 'The row is cut off, or a text with a line break is not in quotation marks.';
    return { kind: 'cells_missing', message: `${difference} ${cause}` };
  }
  if (record.length > expected && record.slice(expected).some((text) => text.trim() !== ''))
    return { kind: 'cells_surplus', message: `${difference} Put texts that contain the delimiter in quotation marks.` };
  return undefined;
}

function columnsToKeep(file: OpenFile, format: SourceFormat): { columns: Columns; cells: (record: string[]) => string[] } {
  const read = new Set([...format.required, ...format.optional]);
  const kept = file.names
    .map((name, index) => ({ name, index, reduce: format.reduced[name] }))
    .filter(({ name }) => read.has(name));
  const names = kept.map(({ name }) => name);
  const columns = { names, position: new Map(names.map((name, index) => [name, index])), nullWords: format.nullWords };
  const cells = (record: string[]) =>
    kept.map(({ index, reduce }) => {
      const text = record[index] ?? '';
      return reduce ? reduce(text) : text;
    });
  return { columns, cells };
}

/** The rows of a file that start on the given lines, for those that only the database could refuse. */
export async function* readRowsAt(file: OpenFile, format: SourceFormat, lines: ReadonlySet<number>): AsyncGenerator<Row> {
  for await (const row of readRows(file, format)) if (lines.has(row.line)) yield row;
}
