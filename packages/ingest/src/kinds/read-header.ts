import { parse } from 'csv-parse/sync';
import { closestMatch } from 'leven';
import { FileError, inQuotes } from '../findings.ts';
import type { SourceFormat } from '../source-format.ts';
import type { SurveyedFile } from '../survey-file.ts';

export interface Header {
  readonly delimiter: string;
  readonly names: readonly string[];
  /** The line of the names, or the first of their lines, counted from 1: there may be a title or a note above them. */
  readonly line: number;
}

/** The delimiters that are looked for, each with its name. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

/** The lines or rows in which the names of the columns are looked for. */
export const headerRows = 20;

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/**
 * The column names of a file, and its delimiter: the one under which most of the expected columns are found. They are in the first line,
 * or in one of the next lines that has more of the needed columns.
 * @throws FileError where no line is a header, a needed column is missing, or no row follows.
 */
export function readHeader(file: Pick<SurveyedFile, 'name' | 'head' | 'lines'>, format: SourceFormat): Header {
  const expected = [...format.required, ...format.optional];
  const candidates = format.delimiter === undefined ? Object.keys(delimiterNames) : [format.delimiter];
  const { headerLines = 1 } = format;
  const headersOf = (text: string, line: number) =>
    candidates.map((delimiter) => ({ delimiter, names: joinedNames(firstRecords(text, delimiter, headerLines)), line }));
  const score = ({ names }: Header) => names.filter((name) => expected.includes(name)).length * 1000 + names.length;
  const first = headersOf(file.head, 1).reduce((best, other) => (score(other) > score(best) ? other : best));
  const lines = file.head.split(/\r\n|\n|\r/);
  const lower = lines
    .slice(0, headerRows)
    .flatMap((_, index) => headersOf(lines.slice(index, index + headerLines).join('\n'), index + 1));
  const header = likeliestHeader([first, ...lower], format) ?? first;
  if (header.names.length < 2 && expected.length > 1) {
    const wanted = anyOf.format(candidates.map((one) => delimiterNames[one] ?? one));
    throw new FileError(`${file.name}: this does not look like CSV. Its first line has no ${wanted} between columns.`);
  }
  const rows = lines.slice(header.line + headerLines - 1);
  if (rows.length === 0 && file.lines > header.line)
    throw new FileError(`${file.name}: the column names are longer than 64 KB. Delete columns that you do not need.`);
  requireColumns(file.name, format, header.names);
  if (rows.every((row) => row.trim() === '')) throw noRows(file.name);
  return header;
}

export function noRows(name: string): FileError {
  return new FileError(`${name}: there are column names but no rows. Export or download it again.`);
}

/**
 * True for a row of texts under the column names that names columns which they leave blank: "Killed" is above "Men" and "Women". Where it
 * names more columns than they do, they are a title.
 */
export function isSecondHeader(names: readonly string[], row: readonly (string | undefined)[]): boolean {
  const added = row.filter((text, index) => text?.trim() && !names[index]);
  return isTextRow(row) && added.length > 0 && added.length <= names.filter(Boolean).length;
}

/** True for a row that has several texts, and no numbers or dates. */
export function isTextRow(row: readonly (string | undefined)[]): boolean {
  const texts = row.filter((text) => text?.trim());
  return texts.length > 1 && texts.every((text) => /^\P{N}*\p{L}\P{N}*$/u.test(text ?? ''));
}

export function namesInSeveralLines(name: string): FileError {
  return new FileError(
    `${name}: the column names are in more than one line. Write "header_lines: 2" under "file" in the mapping, or write them in one line, ` +
      'such as "Killed Men" for "Men" under "Killed".',
  );
}

/** Lines of column names at most. */
export const mostHeaderLines = 3;

/** The names of columns that are in several lines, from the top: "Men" under "Killed" is "Killed Men". A name is above all blanks behind it. */
export function joinedNames(lines: readonly (readonly (string | undefined)[])[]): string[] {
  const above = lines.map(() => '');
  return Array.from({ length: Math.max(0, ...lines.map((line) => line.length)) }, (_, column) => {
    const names = lines.map((line) => columnName(line[column] ?? ''));
    const parts = names.map((name, level) => {
      if (name !== '') above.splice(level, above.length, name, ...above.slice(level + 1).fill(''));
      return names.slice(level).some(Boolean) ? above[level] : '';
    });
    return parts.filter(Boolean).join(' ');
  });
}

/** The first of those that have most of the needed columns, since there may be a title above. */
export function likeliestHeader<Candidate extends Pick<Header, 'names'>>(
  candidates: readonly Candidate[],
  { required }: SourceFormat,
): Candidate | undefined {
  const counts = candidates.map(({ names }) => required.filter((column) => names.includes(column)).length);
  return candidates[counts.indexOf(Math.max(...counts))];
}

/** The name of a column as it is compared. */
export function columnName(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function firstRecords(text: string, delimiter: string, to: number): string[][] {
  const options = { delimiter, bom: true, to, relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
  try {
    return parse(text, options);
  } catch {
    return [];
  }
}

const listOf = new Intl.ListFormat('en-GB');

/** The columns of a file that a format knows, and how many others there are. A file without titles has its first row in their place. */
function knownOf(names: readonly string[], { required, optional }: SourceFormat): string {
  const known = names.filter((name) => required.includes(name) || optional.includes(name));
  const others = names.length - known.length;
  const columns = `${known.length === 0 ? '' : 'other '}column${others === 1 ? '' : 's'}`;
  return listOf.format([...known, ...(others === 0 ? [] : [`${others} ${columns}`])]);
}

/**
 * Makes sure that the needed columns are there, and that each column that is read is there once.
 * @throws FileError that names those that are not.
 */
export function requireColumns(file: string, format: SourceFormat, names: readonly string[]): void {
  const problems = format.required
    .filter((column) => !names.includes(column))
    .map((column) => {
      const others = names.filter((name) => name !== '' && !format.required.includes(name) && !format.optional.includes(name));
      const nearest =
        others.find((name) => name.toLowerCase() === column.toLowerCase()) ??
        closestMatch(column, others, { maxDistance: Math.ceil(column.length / 2) });
      return nearest === undefined
        ? inQuotes(column)
        : `${inQuotes(column)} (the one in column ${names.indexOf(nearest) + 1} of this file?)`;
    });
  if (problems.length > 0) {
    const many = problems.length > 1;
    throw new FileError(
      `${file}: the column${many ? 's' : ''} ${problems.join(', ')} ${many ? 'are' : 'is'} missing. ` +
        `The ${format.name} format needs ${format.required.join(', ')}. The file has ${knownOf(names, format)}.`,
    );
  }
  for (const column of [...format.required, ...format.optional])
    if (names.indexOf(column) !== names.lastIndexOf(column))
      throw new FileError(`${file}: two columns are called ${inQuotes(column)}. Rename or remove one of them.`);
}
