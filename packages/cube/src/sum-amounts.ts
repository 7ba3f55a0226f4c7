import type { Amounts } from './amounts.ts';
import type { Cube } from './cube.ts';
import type { GroupName } from './groups.ts';
import type { SelectedRows } from './population.ts';
import { inPortions } from './row-bitmap.ts';

/** Sums of amounts over some rows, by combination of a group. */
export function sumByCombination(
  cube: Cube,
  group: GroupName,
  { numbers, ofNumber }: Amounts,
  { bitmaps, range }: SelectedRows,
): Float64Array {
  const { combinations, codes } = cube.groups[group];
  const sums = new Float64Array(combinations);
  const add = (rows: Uint32Array, count: number) => {
    if (ofNumber)
      for (let at = 0; at < count; at++) {
        const row = rows[at]!;
        sums[codes[row]!]! += ofNumber[numbers[row]!]!;
      }
    else
      for (let at = 0; at < count; at++) {
        const row = rows[at]!;
        sums[codes[row]!]! += numbers[row]!;
      }
  };
  for (const bitmap of bitmaps) inPortions(bitmap, range, add);
  return sums;
}

/** How many of some rows there are, by combination of a group. */
export function countByCombination(cube: Cube, group: GroupName, { bitmaps, range }: SelectedRows): Float64Array {
  const { combinations, codes } = cube.groups[group];
  const counts = new Float64Array(combinations);
  for (const bitmap of bitmaps)
    inPortions(bitmap, range, (rows, count) => {
      for (let at = 0; at < count; at++) counts[codes[rows[at]!]!]!++;
    });
  return counts;
}

/** Sums of amounts over some rows, by step. @param ends for each step, the row after its last; all rows are in one of the steps */
export function sumByStep(ends: Uint32Array, { numbers, ofNumber }: Amounts, { bitmaps, range }: SelectedRows): Float64Array {
  let from = range.start;
  return Float64Array.from(ends, (end) => {
    const step = { start: from, end: Math.max(from, Math.min(end, range.end)) };
    from = step.end;
    let sum = 0;
    for (const bitmap of bitmaps)
      inPortions(bitmap, step, (rows, count) => {
        for (let at = 0; at < count; at++) {
          const number = numbers[rows[at]!]!;
          sum += ofNumber ? ofNumber[number]! : number;
        }
      });
    return sum;
  });
}
