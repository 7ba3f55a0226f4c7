import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitmapOfRange,
  countRows,
  difference,
  emptyBitmap,
  hasRow,
  inPortions,
  intersection,
  type RowBitmap,
  setRow,
} from './row-bitmap.ts';

/** More rows than are handed over in one go, and not a whole number of words. */
const rows = 10_007;
const everything = { start: 0, end: rows };

/** Runs of neighbouring rows, so that there are full words as well as empty ones. */
const anyRows = fc
  .array(fc.tuple(fc.nat(rows - 1), fc.nat(6000)), { maxLength: 6 })
  .map((runs) => new Set(runs.flatMap(([from, length]) => numbers(from, Math.min(from + length, rows)))));
const anyRange = fc
  .tuple(fc.nat(rows), fc.nat(rows))
  .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function bitmapOf(set: ReadonlySet<number>): RowBitmap {
  const bitmap = emptyBitmap({ rows });
  for (const row of set) setRow(bitmap, row);
  return bitmap;
}

function rowsOf(bitmap: RowBitmap, range = everything): number[] {
  const found: number[] = [];
  inPortions(bitmap, range, (portion, count) => found.push(...portion.subarray(0, count)));
  return found;
}

test('rows are handed over and counted as they are in the set, within any range', () => {
  fc.assert(
    fc.property(anyRows, anyRange, (set, range) => {
      const expected = [...set].filter((row) => row >= range.start && row < range.end).sort((one, other) => one - other);
      expect(rowsOf(bitmapOf(set), range)).toEqual(expected);
      expect(countRows(bitmapOf(set), range)).toBe(expected.length);
    }),
  );
});

test('a range holds its rows and no other', () => {
  fc.assert(
    fc.property(anyRange, (range) => {
      expect(rowsOf(bitmapOfRange({ rows }, range))).toEqual(numbers(range.start, range.end));
    }),
  );
});

test('what bitmaps have in common within a range, and what one has and the other has not, is that of the sets', () => {
  fc.assert(
    fc.property(anyRows, anyRows, anyRange, (one, other, range) => {
      const common = intersection({ rows }, [bitmapOf(one), bitmapOf(other)], range);
      const within = numbers(range.start, range.end);
      expect(rowsOf(common)).toEqual(within.filter((row) => one.has(row) && other.has(row)));
      const rest = difference({ rows }, bitmapOf(one), bitmapOf(other), everything);
      expect(numbers(0, rows).every((row) => hasRow(rest, row) === (one.has(row) && !other.has(row)))).toBe(true);
    }),
  );
});
