import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarPeriodAt,
  calendarPeriodBefore,
  calendarPeriodOf,
  calendarPeriodText,
  calendarUnits,
  lastCalendarPeriod,
  parseCalendarPeriod,
  yearsEarlier,
} from './calendar-period.ts';
import { comparisonPeriod, dateOfDay, dayNumber, precedingPeriod } from './date.ts';

const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2100-12-31') }).map(dateOfDay);
const unit = fc.constantFrom(...calendarUnits);
const period = fc.tuple(day, unit).map(([date, of]) => calendarPeriodAt(date, of));

test.each([
  ['2026', 'year', '2026-01-01', '2026-12-31'],
  ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
  ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31'],
  ['2026-09', 'month', '2026-09-01', '2026-09-30'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['2023-02', 'month', '2023-02-01', '2023-02-28'],
  ['2000-02', 'month', '2000-02-01', '2000-02-29'],
  ['2100-02', 'month', '2100-02-01', '2100-02-28'],
])('%s is the %s from %s to %s', (text, of, from, to) => {
  expect(parseCalendarPeriod(text)).toEqual({ unit: of, from, to });
});

test.each([
  '',
  '26',
  '2026-Q5',
  '2026-Q0',
  '2026-13',
  '2026-00',
  '2026-9',
  '2026Q3',
  '2026-q3',
  ' 2026',
  '2026-09-01',
  '2026-Q3\n',
])('%j is no period', (text) => {
  expect(parseCalendarPeriod(text)).toBeUndefined();
});

test('a period is read back as it was written, and known again by its days', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(parseCalendarPeriod(calendarPeriodText(one))).toEqual(one);
      expect(calendarPeriodOf({ from: one.from, to: one.to })).toEqual(one);
    }),
  );
  expect(calendarPeriodOf({ from: '2026-07-01', to: '2026-09-29' })).toBeUndefined();
  expect(calendarPeriodOf({ from: '2026-02-01', to: '2026-04-30' })).toBeUndefined();
  expect(calendarPeriodOf({ from: '2023-07-01', to: '2026-09-30' })).toBeUndefined();
});

test('the period before and that of a year earlier are those that the API compares with', () => {
  fc.assert(
    fc.property(period, (one) => {
      const { from, to } = calendarPeriodBefore(one);
      expect(precedingPeriod(one)).toEqual({ from, to, rule: 'preceding' });
      const earlier = yearsEarlier(one, 1);
      expect(comparisonPeriod(one)).toEqual({ from: earlier.from, to: earlier.to, rule: 'year_earlier' });
    }),
  );
});

test('the last whole period ends on a day or before it, and the next one after it', () => {
  fc.assert(
    fc.property(day, unit, (date, of) => {
      const last = lastCalendarPeriod(date, of);
      const next = calendarPeriodAt(dateOfDay(dayNumber(last.to) + 1), of);
      expect(last.to <= date && date < next.to).toBe(true);
    }),
  );
  expect(calendarPeriodText(lastCalendarPeriod('2026-09-30', 'quarter'))).toBe('2026-Q3');
  expect(calendarPeriodText(lastCalendarPeriod('2026-11-24', 'quarter'))).toBe('2026-Q3');
  expect(calendarPeriodText(lastCalendarPeriod('2026-11-24', 'year'))).toBe('2025');
});
