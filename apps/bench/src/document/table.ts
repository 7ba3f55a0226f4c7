import type { Timing } from '../timing.ts';

/** A part of the document: a heading, words, and tables. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly (string | Table)[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function chapterText({ title, blocks }: Chapter): string {
  return [`## ${title}`, ...blocks.map((block) => (typeof block === 'string' ? block : tableText(block)))].join('\n\n');
}

/** A Markdown table, its first column to the left and all others to the right. */
function tableText({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** At least this many significant digits, and all digits before the point. */
function digits(value: number, significant = 2): string {
  if (!Number.isFinite(value)) return '–';
  const whole = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return value.toLocaleString('en', { maximumFractionDigits: Math.max(0, significant - whole), useGrouping: true });
}

export const milliseconds = (value: number) => (Number.isFinite(value) ? `${digits(value)} ms` : '–');
export const seconds = (value: number) => `${digits(value / 1000)} s`;
export const kilobytes = (bytes: number) => `${digits(bytes / 1000)} kB`;
export const megabytes = (bytes: number) => `${digits(bytes / 1e6)} MB`;
export const count = (value: number) => Math.round(value).toLocaleString('en');
export const decimals = (value: number) => digits(value, 3);
export const times = (value: number) => `${digits(value)} ×`;

/** Median and 95th percentile. */
export const medianAndSlow = ({ median, slow }: Timing) => `${milliseconds(median)} (${digits(slow)})`;
