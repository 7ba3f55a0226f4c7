import { expect, test } from 'vitest';
import type { PeopleCell } from '@monitor/findings';
import { peopleLayout } from './people-layout.ts';

const cells: readonly PeopleCell[] = [
  { sex: 'woman', age: '19-35', killed: 3, injured: 4 },
  { sex: 'man', age: '19-35', killed: 8, injured: 22 },
  { sex: 'man', age: 'not_reported', killed: 0, injured: 2 },
  { sex: 'not_reported', age: 'not_reported', killed: 1, injured: 3 },
];

test('one square is one person, those killed first', () => {
  const { squares, unit, columns } = peopleLayout(cells, 380);
  expect(unit).toBe(1);
  expect(squares).toHaveLength(43);
  expect(squares.filter(({ outcome }) => outcome === 'killed')).toHaveLength(12);
  expect(columns.map(({ sex, people }) => [sex, people])).toEqual([
    ['woman', 7],
    ['man', 32],
    ['not_reported', 4],
  ]);
  expect(squares.slice(0, 7).map(({ outcome }) => outcome)).toEqual(['killed', 'killed', 'killed', ...Array(4).fill('injured')]);
});

test('squares stay in their column and row', () => {
  for (const width of [300, 380, 520]) {
    const { squares, columns, rows, height } = peopleLayout(cells, width);
    expect(Math.max(...squares.map(({ x }) => x + 8))).toBeLessThanOrEqual(width);
    for (const { y } of squares) {
      const row = rows.find(({ top, height: own }) => y >= top && y + 8 <= top + own);
      expect(row).toMatchObject({ age: expect.any(String) });
    }
    // No two squares share a place.
    expect(new Set(squares.map(({ x, y }) => `${x} ${y}`)).size).toBe(squares.length);
    expect(columns[1]!.left).toBeGreaterThan(columns[0]!.left);
    expect(height).toBe(rows.at(-1)!.top + rows.at(-1)!.height);
  }
});

test('beyond three hundred people, a square is ten of them, and nobody vanishes', () => {
  const { squares, unit } = peopleLayout([{ sex: 'man', age: '19-35', killed: 2, injured: 400 }], 380);
  expect(unit).toBe(10);
  expect(squares.map(({ outcome }) => outcome)).toEqual(['killed', ...Array(40).fill('injured')]);
});
