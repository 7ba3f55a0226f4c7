import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectedTable } from './small-cells.ts';
import { times } from '../../../testing/depth.ts';

test('what is large enough stays, with its sums; zero is no person', () => {
  expect(
    protectedTable([
      [5, 0],
      [7, 12],
    ]),
  ).toEqual([
    [5, 0, 5],
    [7, 12, 19],
    [12, 12, 24],
  ]);
});

test('a small number is not had by subtraction from its row or its column', () => {
  const shown = protectedTable([
    [2, 30, 40],
    [20, 35, 45],
    [25, 50, 60],
  ]);
  expect(shown[0]?.[0]).toBeNull();
  for (const line of [shown[0]!, shown.map((row) => row[0])])
    expect(line.filter((count) => count === null).length).toBeGreaterThan(1);
  // As little as that takes.
  expect(shown.flat().filter((count) => count === null)).toHaveLength(4);
  expect(shown.at(-1)?.at(-1)).toBe(307);
});

test('where nothing else hides a number, its sum is suppressed too', () => {
  expect(
    protectedTable([[1, 0, 0]])
      .flat()
      .every((count) => count === null || count === 0),
  ).toBe(true);
});

/** Every table of whole numbers, suppressed ones at least 1, that agrees with what is shown, as values of the cells. */
function agreeing(shown: readonly (readonly (number | null)[])[], most: number): number[][][] {
  const cells = shown.flatMap((row, at) => row.map((value, column) => ({ at, column, value })));
  const height = shown.length - 1;
  const width = shown[0]!.length - 1;
  const inner = cells.filter(({ at, column }) => at < height && column < width);
  const found: number[][][] = [];
  const table = shown.map((row) => row.map((value) => value ?? 0));
  const fits = (value: number, against: number | null | undefined) => (against === null ? value >= 1 : value === against);
  const go = (index: number): void => {
    const cell = inner[index];
    if (cell === undefined) {
      const rows = table.slice(0, height).map((row) => row.slice(0, width));
      const sums = rows.map((row) => row.reduce((sum, one) => sum + one, 0));
      const columns = rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
      const all = sums.reduce((sum, one) => sum + one, 0);
      const isMet =
        sums.every((sum, at) => fits(sum, shown[at]![width])) &&
        columns.every((sum, column) => fits(sum, shown[height]![column])) &&
        fits(all, shown[height]![width]);
      if (isMet) found.push([...rows.map((row, at) => [...row, sums[at]!]), [...columns, all]]);
      return;
    }
    const values = cell.value === null ? Array.from({ length: most }, (_, one) => one + 1) : [cell.value];
    for (const value of values) {
      table[cell.at]![cell.column] = value;
      go(index + 1);
    }
  };
  go(0);
  return found;
}

const anyCounts = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })).chain(([height, width]) => {
  const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 2 }) }, fc.integer({ min: 3, max: 4 }));
  return fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });
});

test('no suppressed number follows from the numbers that are left', () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const shown = protectedTable(counts);
      const possible = agreeing(shown, 5);
      for (const [at, row] of shown.entries())
        for (const [column, value] of row.entries())
          if (value === null) expect(new Set(possible.map((table) => table[at]![column])).size).toBeGreaterThan(1);
    }),
    { numRuns: times(80, 600) },
  );
});

test('no number of one or two is shown, and what is shown is true', () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const shown = protectedTable(counts);
      for (const value of shown.flat()) expect(value === null || value === 0 || value > 2).toBe(true);
      for (const [at, row] of counts.entries())
        for (const [column, count] of row.entries()) expect([null, count]).toContain(shown[at]![column]);
    }),
  );
});
