import { expect, test } from 'vitest';
import { addDispersions, daysOfWeeks, dispersionOfCounts, weeksOfYear, wholeWeeksOf } from './week-dispersion.ts';

test('whole weeks end with the last day, and days before the first of them are left out', () => {
  const weeks = wholeWeeksOf({ from: '2025-01-01', to: '2025-01-31' });
  expect(weeks).toEqual({ from: '2025-01-04', weeks: 4 });
  expect(daysOfWeeks(weeks)).toEqual({ from: '2025-01-04', to: '2025-01-31' });
  expect(wholeWeeksOf({ from: '2025-01-01', to: '2025-01-06' }).weeks).toBe(0);
  expect(wholeWeeksOf({ from: '2025-01-09', to: '2025-01-01' }).weeks).toBe(0);
  expect(wholeWeeksOf(null).weeks).toBe(0);
});

test('the weeks of a year lie within the days of the filter and of the data', () => {
  const covered = { from: '2020-03-01', to: '2025-06-30' };
  expect(daysOfWeeks(weeksOfYear(2024, {}, covered))).toEqual({ from: '2024-01-03', to: '2024-12-31' });
  expect(daysOfWeeks(weeksOfYear(2025, {}, covered))).toEqual({ from: '2025-01-07', to: '2025-06-30' });
  expect(weeksOfYear(2020, { from: '2020-12-20' }, covered)).toEqual({ from: '2020-12-25', weeks: 1 });
  expect(weeksOfYear(2026, {}, covered).weeks).toBe(0);
});

test('differences are of neighbouring weeks, and those of several places add up', () => {
  const one = dispersionOfCounts([3, 5, 1]);
  expect(one).toEqual({ weeks: 3, squares: 4 + 16, sums: 8 + 6 });
  expect(addDispersions([one, dispersionOfCounts([2, 2])])).toEqual({ weeks: 5, squares: 20, sums: 18 });
  expect(dispersionOfCounts([])).toEqual({ weeks: 0, squares: 0, sums: 0 });
});
