import { pipeline } from 'node:stream';
import { type CsvError, type Info, parse, type Parser } from 'csv-parse';
import iconv from 'iconv-lite';
import type { Encoding } from '../detect-encoding.ts';
import { FileError, type Reason } from '../findings.ts';
import type { OpenFile, ReadRowsOptions, RawRow } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { longestRow, rowTooLong, type SurveyedFile } from '../survey-file.ts';
import { readChunks } from '../unpack.ts';
import { delimiterNames, type Header, joinedNames, readHeader } from './read-header.ts';
import { withoutOtherRows } from './table-rows.ts';

/**
 * A file of delimited text.
 * @throws FileError where its header is not one, or lacks a needed column.
 */
export function openCsv(file: SurveyedFile, format: SourceFormat): OpenFile {
  const header = readHeader(file, format);
  const { delimiter, names, line } = header;
  const { path, name, size, lines } = file;
  return {
    path,
    name,
    size,
    lines,
    names,
    unit: 'line',
    about:
      `${encodingWords(file.encoding)}, separated by ${delimiterNames[delimiter] === undefined ? delimiter : `${delimiterNames[delimiter]}s`}` +
      (line > 1 ? `, column names in line ${line}` : ''),
    rows: (options) => withoutOtherRows(name, csvRows(file, header, format.headerLines, options), names, format),
  };
}

/** The encoding of a file for the report, with what to do if it is the wrong one. */
export function encodingWords({ name, because }: Encoding): string {
  const advice = because.startsWith('guessed') ? ': if letters look wrong, set another with --encoding' : '';
  return `${name} (${because}${advice})`;
}

/** The rows under the header, each with the line on which it starts. */
async function* csvRows(
  file: SurveyedFile,
  header: Header,
  headerLines = 1,
  options: ReadRowsOptions = {},
): AsyncGenerator<RawRow> {
  const failures: CsvError[] = [];
  const parser = openParser(file, header, options, failures);
  const above: string[][] = [];
  let { line } = header;
  let before: Pick<Info, 'lines' | 'empty_lines'> = { lines: line - 1, empty_lines: 0 };
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    const blank = info.empty_lines - before.empty_lines;
    const start = line + blank;
    const ends = info.lines - before.lines - blank;
    line = start + ends - (ends > 1 ? windowsLineEndsIn(record) : 0);
    before = info;
    if (info.records <= headerLines) above.push(record);
    if (info.records === headerLines && joinedNames(above).join('\n') !== header.names.join('\n'))
      throw new FileError(
        `${file.name}: a quotation mark above line ${header.line} is never closed. Delete the lines above the column names.`,
      );
    if (info.records <= headerLines || record.every((text) => text.trim() === '')) continue;
    const reason = countProblem(record, header.names.length);
    yield { number: start, texts: record, ...(reason && { reason }) };
  }
  options.signal?.throwIfAborted();
  const [failure] = failures;
  if (failure?.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message =
      'a quotation mark in this row is never closed, so everything after it was read as one text. ' +
      'If the file was cut off, get it again. If not, close the quotation mark.';
    yield { number: line, texts: [], reason: { kind: 'quotation_open', message } };
  } else if (failure) {
    throw rowTooLong(file.name, line);
  }
}

function openParser(file: SurveyedFile, header: Header, options: ReadRowsOptions, failures: CsvError[]): Parser {
  const parser = parse({
    delimiter: header.delimiter,
    // A lone carriage return ends a line only in files that have no other line end.
    record_delimiter: /\n/.test(file.head) ? ['\r\n', '\n'] : ['\r'],
    from_line: header.line,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
  });
  parser.on('skip', (error: CsvError | undefined) => error && failures.push(error));
  const bytes = readChunks(file.source, options);
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
