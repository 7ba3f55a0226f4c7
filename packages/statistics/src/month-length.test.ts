import { expect, test } from 'vitest';
import { perAverageMonth } from './month-length.ts';

test('a constant number per day is constant from month to month', () => {
  expect(perAverageMonth([31, 28, null, 30], [31, 28, 31, 30])).toEqual([30.4375, 30.4375, null, 30.4375]);
  expect(() => perAverageMonth([1], [0])).toThrow(RangeError);
  expect(() => perAverageMonth([1], [])).toThrow(RangeError);
});

test('the counts of a year keep their sum, apart from the quarter of a day that a year has on average', () => {
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const sum = perAverageMonth(days, days).reduce<number>((total, value) => total + (value ?? 0), 0);
  expect(sum).toBeCloseTo(365.25, 9);
});
