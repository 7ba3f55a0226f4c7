import { FileError } from '../findings.ts';
import type { RawRow } from '../read-rows.ts';
import type { Archive } from '../unpack.ts';

/** A cell over several rows of a sheet, counted from 1. Only its first row has the value. */
export interface MergedCell {
  /** Counted from 0. */
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

const mostMerged = 100_000;
/** Characters of the longest tag that is looked for. */
const longestTag = 1_000;
const tag = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["'](\$?[A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)["']/g;

/**
 * The merged cells of a sheet. They are after its rows, so the whole part is searched for them, without reading the rest.
 * @param columnOf the number of a column from its letters
 */
export async function readMergedCells(
  file: string,
  archive: Archive,
  part: string,
  columnOf: (letters: string) => number,
): Promise<MergedCell[]> {
  const found: MergedCell[] = [];
  let rest = '';
  for await (const chunk of archive.bytes(part)) {
    const text = rest + chunk.toString('latin1');
    for (const [, letters = '', first, last] of text.includes('mergeCell') ? text.matchAll(tag) : [])
      if (Number(last) > Number(first))
        found.push({ column: columnOf(letters.replace('$', '')), first: Number(first), last: Number(last) });
    if (found.length > mostMerged)
      throw new FileError(
        `${file}: the sheet has more than ${mostMerged.toLocaleString('en')} cells merged over several rows. Unmerge them, and fill the empty cells below with their values.`,
      );
    rest = text.slice(text.lastIndexOf('>') + 1).slice(-longestTag);
  }
  return found;
}

/** The rows, each with the values of the cells that are merged over it, where it says nothing itself. Rows that are empty are not there. */
export async function* filledDown(rows: AsyncIterable<RawRow>, merged: readonly MergedCell[]): AsyncGenerator<RawRow> {
  const waiting = merged.toSorted((one, other) => one.first - other.first);
  let next = 0;
  const open = new Map<number, { readonly text: string; readonly last: number }>();
  for await (const row of rows) {
    const texts = [...row.texts];
    for (const [column, { text, last }] of open)
      if (last < row.number) open.delete(column);
      else texts[column] ??= text;
    for (let cell = waiting[next]; cell && cell.first <= row.number; cell = waiting[++next]) {
      const text = texts[cell.column];
      if (cell.first === row.number && text !== undefined) open.set(cell.column, { text, last: cell.last });
    }
    yield { ...row, texts };
  }
}
