import { remembering, safeText } from '@monitor/domain';

/**
 * `plain` is for programs: codes, commas, oldest first. `readable` is for people with a spreadsheet: words instead of codes, and
 * semicolons and decimal commas, which Excel takes for cells and numbers where most of our readers are.
 */
export const csvStyles = ['plain', 'readable'] as const;
export type CsvStyle = (typeof csvStyles)[number];

export type Cell = string | number | boolean | null | undefined;

/** How cells are written and separated. */
interface CsvForm {
  readonly separator: ',' | ';';
  readonly write: (cell: number | boolean) => string;
  readonly writeText: (text: string) => string;
}

const forms: Readonly<Record<CsvStyle, CsvForm>> = {
  plain: { separator: ',', write: String, writeText: textWriter(/[",\r\n]/) },
  readable: { separator: ';', write: numberInWords, writeText: textWriter(/[";\r\n]/) },
};

/** Most texts of a large download are codes and names that occur again and again; those of more characters than this are not. */
const longestRepeated = 40;

/** Writes a text as a cell that no spreadsheet runs as a formula. @param quoted texts that need quotes */
function textWriter(quoted: RegExp): CsvForm['writeText'] {
  const write = (given: string) => {
    const text = safeText(given);
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const writeShort = remembering(write);
  return (text) => (text.length > longestRepeated ? write(text) : writeShort(text));
}

/** One line of RFC 4180 CSV, or of its readable form, CRLF at its end; null and undefined are empty cells. */
export function csvLine(cells: readonly Cell[], style: CsvStyle = 'plain'): string {
  const written = cells.map((cell) => csvCell(cell, style));
  return `${joinCells(written, style)}\r\n`;
}

/** Cells that are written already, side by side. */
export function joinCells(written: readonly string[], style: CsvStyle): string {
  return written.join(forms[style].separator);
}

/** Excel reads "20.5" as a day of May where the decimal mark is a comma. */
function numberInWords(cell: number | boolean): string {
  return typeof cell === 'boolean' ? (cell ? 'Yes' : 'No') : String(cell).replace('.', ',');
}

/**
 * Several values as one cell, `;` between them; a value that is not reported is empty, so that positions of several lists fit
 * each other. A `;` within a value becomes a comma.
 */
export function listCell(values: readonly (string | null)[]): string {
  return values.map((value) => value?.replaceAll(';', ',') ?? '').join(';');
}

/** The same for people to read, with a space between values. The guard checks each value, since it would miss a formula after a space. */
export function readableList(values: readonly (string | null)[]): string {
  return values.map((value) => (value === null ? '' : safeText(value.replaceAll(';', ',')))).join('; ');
}

/** A cell as it stands in a line. Numbers stay numbers, a minus in front or not. */
export function csvCell(cell: Cell, style: CsvStyle): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? forms[style].writeText(cell) : forms[style].write(cell);
}
