import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Timing } from './timing.ts';

/** Figures as people read them, by the name of the column. */
export type Row = Readonly<Record<string, string>>;

export interface Table {
  /** Where there are several. */
  readonly title?: string;
  readonly rows: readonly Row[];
}

/** What a measurement found. */
export interface Report {
  readonly targets?: readonly Row[];
  readonly tables: readonly Table[];
}

/** The reports of a run, by name. Those of several sizes are put together. */
export class Reports {
  readonly #found = new Map<string, Required<Report>>();

  add(name: string, { targets = [], tables }: Report): void {
    const found = this.#found.get(name) ?? { targets: [], tables: [] };
    this.#found.set(name, { targets: [...found.targets, ...targets], tables: [...found.tables, ...tables] });
  }

  all(): Readonly<Record<string, Required<Report>>> {
    return Object.fromEntries(this.#found);
  }
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
export const perSecond = (value: number) => `${count(value)} a second`;
export const decimals = (value: number) => digits(value, 3);
export const percent = (part: number) => `${decimals(100 * part)}%`;
export const times = (value: number) => `${digits(value)} ×`;

/** Median and 95th percentile. */
export const medianAndSlow = (timing?: Timing) => (timing ? `${milliseconds(timing.median)} (${digits(timing.slow)})` : '');

/** A row of the table of targets, in a list that is empty if it was not measured. */
export function atMost(target: string, found: number | undefined, goal: number, written = count): Row[] {
  return judged(target, goal === 0 ? '0' : `≤ ${written(goal)}`, found, (value) => value <= goal, written);
}

export function atLeast(target: string, found: number | undefined, goal: number, written = count): Row[] {
  return judged(target, `≥ ${written(goal)}`, found, (value) => value >= goal, written);
}

function judged(
  target: string,
  goal: string,
  found: number | undefined,
  isMet: (value: number) => boolean,
  written: (value: number) => string,
): Row[] {
  return found === undefined ? [] : [{ target, goal, measured: written(found), result: isMet(found) ? 'met' : '**missed**' }];
}

/** The one with the highest figure, the first of equals. */
export function most<Item>(items: readonly Item[] | undefined, figure: (item: Item) => number): Item | undefined {
  return items?.toSorted((one, other) => figure(other) - figure(one))[0];
}

/** Where and when something was measured, as a sentence. */
export function measuredOn(): string {
  const processors = cpus();
  const processor = processors[0]?.model.trim() || 'unknown processor';
  return `Measured on ${new Date().toISOString().slice(0, 10)} with ${processors.length} cores of ${processor}.`;
}

/** A report as Markdown. The first column is to the left, all others to the right. */
export function markdownOf({ targets = [], tables }: Report): string {
  return [{ title: undefined, rows: targets }, ...tables]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
      const lines = [columns, rule, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
      return `${title ? `### ${title}\n\n` : ''}${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
    })
    .join('\n\n');
}

/** The document with the block of this name replaced; undefined if it has none. */
export function withBlock(document: string, name: string, text: string): string | undefined {
  const block = new RegExp(`(<!-- bench: ${name} -->\n)[^]*?(<!-- end -->)`);
  return block.test(document)
    ? document.replace(block, (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`)
    : undefined;
}

const pathOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Writes a report into the document that has a place for it. */
export async function writeReport(name: string, report: Report): Promise<void> {
  for (const path of ['docs/performance.md', 'docs/reliability.md', 'docs/signals.md'].map(pathOf)) {
    const changed = withBlock(await readFile(path, 'utf8'), name, `${measuredOn()}\n\n${markdownOf(report)}`);
    if (changed !== undefined) await writeFile(path, changed);
  }
}
