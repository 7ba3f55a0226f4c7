import { type DimensionName, type Filter, filterOfPart } from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { Column } from './cube-rows.ts';
import { groupOf, matchingFilters } from './matching-combinations.ts';
import type { SelectedRows } from './population.ts';
import { inPortions } from './row-bitmap.ts';

/** Which parts the rows of a population belong to: to one, several or none. There are at most 32. */
export interface Partition {
  readonly parts: number;
  /** For each row, a number. */
  readonly codes: Column;
  /** For each such number, a bit for each part that its rows belong to. */
  readonly masks: Uint32Array;
}

/** The parts of the rows that a filter selects: part `i` has the value `i` of a list. */
export function partitionOf(cube: Cube, filter: Filter, split: DimensionName, values: readonly string[]): Partition {
  const group = groupOf(split);
  const filters = values.map((value) => filterOfPart(filter, split, value));
  const masks = matchingFilters(cube, group, filters)!;
  return { parts: values.length, codes: cube.groups[group].codes, masks };
}

/** Some rows, each as often as there are parts that it belongs to. The first `count` entries of each list are meant. */
export interface PartRows {
  readonly rows: Uint32Array;
  readonly parts: Uint8Array;
  /** The cell of a row in a part: `parts * step + part`. */
  readonly cells: Uint32Array;
  count: number;
}

const fewestEntries = 8192;

/**
 * Hands over the rows of parts, some thousands at a time.
 * @param ends for each step, the row after its last; all rows are in one of the steps
 * @param take is given lists that are used again for the next rows
 */
export function walkParts(
  { parts, codes, masks }: Partition,
  { bitmaps, range }: SelectedRows,
  ends: Uint32Array,
  take: (found: PartRows) => void,
): void {
  const length = fewestEntries + parts;
  const found = { rows: new Uint32Array(length), parts: new Uint8Array(length), cells: new Uint32Array(length), count: 0 };
  const { rows: foundRows, parts: foundParts, cells } = found;
  const handOver = (count: number) => {
    found.count = count;
    take(found);
  };
  for (const bitmap of bitmaps) {
    let step = 0;
    let end = ends[0]!;
    inPortions(bitmap, range, (portion, count) => {
      let filled = 0;
      for (let at = 0; at < count; at++) {
        const row = portion[at]!;
        while (row >= end) end = ends[++step]!;
        for (let mask = masks[codes[row]!]!; mask !== 0; mask &= mask - 1) {
          const part = 31 - Math.clz32(mask & -mask);
          foundRows[filled] = row;
          foundParts[filled] = part;
          cells[filled++] = parts * step + part;
        }
        if (filled < fewestEntries) continue;
        handOver(filled);
        filled = 0;
      }
      handOver(filled);
    });
  }
}

/** Counts rows by cell. */
export function countCells(counts: Uint32Array, { cells, count }: PartRows): void {
  for (let at = 0; at < count; at++) counts[cells[at]!]!++;
}
