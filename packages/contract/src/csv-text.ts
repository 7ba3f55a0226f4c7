import { safeText } from '@monitor/domain';

/**
 * `plain` is for programs: codes, commas, oldest first. `readable` is for people with a spreadsheet: words instead of codes, and
 * semicolons and decimal commas, which Excel takes for cells and numbers where most of our readers are.
 */
export const csvStyles = ['plain', 'readable'] as const;
export type CsvStyle = (typeof csvStyles)[number];

export type Cell = string | number | boolean | null | undefined;

/** How cells are written and told apart. */
interface CsvForm {
  readonly separator: ',' | ';';
  readonly write: (cell: number | boolean) => string;
  /** Texts that need quotes. */
  readonly quoted: RegExp;
}

const forms: Readonly<Record<CsvStyle, CsvForm>> = {
  plain: { separator: ',', write: String, quoted: /[",\r\n]/ },
  readable: { separator: ';', write: numberInWords, quoted: /[";\r\n]/ },
};

/** One line of RFC 4180 CSV, or of its readable form, CRLF at its end; null and undefined are empty cells. */
export function csvLine(cells: readonly Cell[], style: CsvStyle = 'plain'): string {
  return csvLineOf(cells.length, (index) => cells[index], style);
}

/** The same of as many cells, each taken when it is written. A large download has tens of millions: strings that grow cost more. */
export function csvLineOf(length: number, cellAt: (index: number) => Cell, style: CsvStyle): string {
  const form = forms[style];
  const cells: string[] = [];
  for (let index = 0; index < length; index += 1) cells.push(csvCell(cellAt(index), form));
  return `${cells.join(form.separator)}\r\n`;
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

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function csvCell(cell: Cell, { write, quoted }: CsvForm): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return write(cell);
  const text = safeText(cell);
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
