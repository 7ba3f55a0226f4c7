import { guardFormula } from '@monitor/domain';

export type Cell = string | number | boolean | null | undefined;

/** One line of RFC 4180 CSV, CRLF at its end; null and undefined are empty cells. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Several values as one cell, `;` between them; a value that is not reported is empty, so that positions of several lists fit
 * each other. A `;` within a value becomes a comma.
 */
export function listCell(values: readonly (string | null)[]): string {
  return values.map((value) => value?.replaceAll(';', ',') ?? '').join(';');
}

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = guardFormula(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
