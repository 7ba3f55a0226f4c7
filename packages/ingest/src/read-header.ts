import { parse } from 'csv-parse/sync';
import { closestMatch } from 'leven';
import { FileError, inQuotes } from './findings.ts';
import type { SourceFormat } from './source-format.ts';
import type { SurveyedFile } from './survey-file.ts';

export interface Header {
  readonly delimiter: string;
  readonly names: readonly string[];
}

/** The delimiters that are looked for, each with its name. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/**
 * The column names of a file, and its delimiter: the one under which most of the expected columns are found.
 * @throws FileError where the first line is not a header, a needed column is missing, or no row follows.
 */
export function readHeader(file: SurveyedFile, format: SourceFormat): Header {
  const expected = [...format.required, ...format.optional];
  const candidates = format.delimiter === undefined ? Object.keys(delimiterNames) : [format.delimiter];
  const headers = candidates.map((delimiter) => ({ delimiter, names: firstRecord(file.head, delimiter) }));
  const score = ({ names }: Header) => names.filter((name) => expected.includes(name)).length * 1000 + names.length;
  const header = headers.reduce((best, other) => (score(other) > score(best) ? other : best));
  const lower = lineOfNames(file.head, format.required, candidates);
  if (lower !== undefined && !format.required.every((column) => header.names.includes(column))) {
    throw new FileError(
      `${file.name}: the column names are in line ${lower}. They must be in the first line. Delete the lines above them.`,
    );
  }
  if (header.names.length < 2 && expected.length > 1) {
    const wanted = anyOf.format(candidates.map((one) => delimiterNames[one] ?? one));
    throw new FileError(`${file.name}: this does not look like CSV. Its first line has no ${wanted} between columns.`);
  }
  requireColumns(file, format, header.names);
  if (!/[\r\n]\s*\S/.test(file.head)) throw new FileError(`${file.name}: there are column names but no rows.`);
  return header;
}

/** The line, counted from 1, among the second to tenth that has all needed columns: there is a title or a note above them. */
function lineOfNames(head: string, required: readonly string[], candidates: readonly string[]): number | undefined {
  const lines = head.split(/\r\n|\n|\r/, 10);
  const index = lines.findIndex(
    (line, place) =>
      place > 0 &&
      candidates.some((delimiter) => {
        const names = firstRecord(line, delimiter);
        return required.every((column) => names.includes(column));
      }),
  );
  return index === -1 ? undefined : index + 1;
}

function firstRecord(text: string, delimiter: string): string[] {
  const options = { delimiter, bom: true, to: 1, relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
  try {
    return (parse(text, options)[0] ?? []).map((name) => name.replace(/\s+/g, ' ').trim());
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

function requireColumns(file: SurveyedFile, format: SourceFormat, names: readonly string[]): void {
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
      `${file.name}: the column${many ? 's' : ''} ${problems.join(', ')} ${many ? 'are' : 'is'} missing. ` +
        `The ${format.name} format needs ${format.required.join(', ')}. The file has ${knownOf(names, format)}.`,
    );
  }
  for (const column of [...format.required, ...format.optional])
    if (names.indexOf(column) !== names.lastIndexOf(column))
      throw new FileError(`${file.name}: two columns are called ${inQuotes(column)}. Rename or remove one of them.`);
}
