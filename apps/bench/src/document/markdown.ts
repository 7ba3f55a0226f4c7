import { count } from './figures.ts';

/** A Markdown table, its first column to the left and all others to the right. Cells are separated by ` | `. */
export function table<Item>(head: string, items: readonly Item[], row: (item: Item) => string): string {
  const rule = head.split(' | ').map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule.join(' | '), ...items.map(row)].map((line) => `| ${line} |`).join('\n');
}

export const cells = (...all: readonly string[]) => all.join(' | ');

/** The blocks of a chapter, where its figures were measured. */
export function chapter<Figures>(figures: Figures | undefined, blocks: (figures: Figures) => readonly string[]): readonly string[] {
  return figures === undefined ? [] : blocks(figures);
}

/** The table of targets, each in a list that is empty if it was not measured. */
export function targetTable(targets: readonly (readonly string[])[]): string {
  return table('target | goal | measured | ', targets.flat(), (line) => line);
}

export function atMost(what: string, found: number | undefined, goal: number, written = count): string[] {
  return target(what, goal === 0 ? '0' : `≤ ${written(goal)}`, found, (value) => value <= goal, written);
}

export function atLeast(what: string, found: number | undefined, goal: number, written = count): string[] {
  return target(what, `≥ ${written(goal)}`, found, (value) => value >= goal, written);
}

function target(
  what: string,
  goal: string,
  found: number | undefined,
  isMet: (value: number) => boolean,
  written: (value: number) => string,
): string[] {
  return found === undefined ? [] : [`${what} | ${goal} | ${written(found)} | ${isMet(found) ? 'met' : '**missed**'}`];
}

/** The one with the highest figure, the first of equals. */
export function most<Item>(items: readonly Item[] | undefined, figure: (item: Item) => number): Item | undefined {
  return items?.toSorted((one, other) => figure(other) - figure(one))[0];
}
