import { expect, test } from 'vitest';
import { placePeriods, possibleDays, presetOf, yearPeriod, yearsOf, yearsPeriod } from './preset-periods.ts';

const coverage = { from: '2014-01-01', to: '2026-10-31' };

test('a year that is not over ends with the data', () => {
  expect(yearPeriod(2025, coverage)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(yearPeriod(2026, coverage)).toEqual({ from: '2026-01-01', to: '2026-10-31' });
  expect(yearsOf(coverage)).toHaveLength(13);
  expect(yearsOf(coverage)[0]).toBe(2026);
});

test('years go from the earlier to the later, whichever was chosen first', () => {
  expect(yearsPeriod(2024, 2020, coverage)).toEqual({ from: '2020-01-01', to: '2024-12-31' });
  expect(yearsPeriod(2020, 2026, coverage)).toEqual({ from: '2020-01-01', to: '2026-10-31' });
  expect(yearsPeriod(2020, 2020, coverage)).toEqual(yearPeriod(2020, coverage));
});

test('days beyond this year and the data cannot be chosen', () => {
  expect(possibleDays(coverage, 2025)).toEqual({ from: '1946-01-01', to: '2026-12-31' });
  expect(possibleDays(coverage, 2031).to).toBe('2031-12-31');
  expect(possibleDays(undefined, 2026).to).toBe('2026-12-31');
});

test('the pressed preset is read from the filter', () => {
  expect(presetOf({}, coverage)).toBe('all');
  expect(presetOf({ from: '2025-11-01', to: '2026-10-31' }, coverage)).toBe('twelve_months');
  expect(presetOf({ from: '2024-01-01', to: '2024-12-31' }, coverage)).toBe('years');
  expect(presetOf({ from: '2026-01-01', to: '2026-10-31' }, coverage)).toBe('years');
  expect(presetOf(yearsPeriod(2024, 2020, coverage), coverage)).toBe('years');
  expect(presetOf({ from: '2024-01-02' }, coverage)).toBe('custom');
});

test('data shorter than twelve months has no last twelve', () => {
  const short = { from: '2026-03-12', to: '2026-10-31' };
  expect(presetOf({ from: '2026-04-01', to: '2026-10-31' }, short)).toBe('custom');
});

test('a page of places offers the last twelve months and each year, no period twice', () => {
  const last = { from: '2025-01-01', to: '2025-12-31' };
  expect(placePeriods({ from: '2024-05-01', to: '2025-12-31' })).toEqual([last, { from: '2024-01-01', to: '2024-12-31' }]);
  expect(placePeriods({ from: '2025-05-01', to: '2026-04-30' })).toEqual([
    { from: '2025-05-01', to: '2026-04-30' },
    { from: '2026-01-01', to: '2026-04-30' },
    last,
  ]);
});
