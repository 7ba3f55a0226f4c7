import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparisonPeriod,
  dateOfDay,
  dayNumber,
  intervals,
  intervalStart,
  isIsoDate,
  isLocalTime,
  nextIntervalStart,
  precedingPeriod,
  readableInterval,
  latestToday,
  today,
} from './date.ts';

const day = fc.integer({ min: dayNumber('1946-01-01'), max: dayNumber('2100-12-31') });

test('a day number and its date are the same day', () => {
  fc.assert(
    fc.property(day, (number) => {
      expect(dayNumber(dateOfDay(number))).toBe(number);
    }),
  );
  expect(dayNumber('1970-01-01')).toBe(0);
});

test('only existing dates written in full are dates', () => {
  for (const good of ['2024-02-29', '1946-01-01']) expect(isIsoDate(good)).toBe(true);
  for (const bad of ['2023-02-29', '2023-13-01', '2023-1-1', '20230101', '2023-01-01T00:00', '', 'today'])
    expect(isIsoDate(bad)).toBe(false);
});

test('only times of a clock are times of day', () => {
  for (const good of ['00:00', '09:05', '19:59', '23:59']) expect(isLocalTime(good)).toBe(true);
  for (const bad of ['24:00', '12:60', '9:05', '09:05:00', '09.05', '', ' 09:05', '09:05\n']) expect(isLocalTime(bad)).toBe(false);
});

test('every day lies in exactly one step of each interval', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...intervals), (number, interval) => {
      const date = dateOfDay(number);
      const start = intervalStart(date, interval);
      const next = nextIntervalStart(start, interval);
      expect(start <= date && date < next).toBe(true);
      expect(intervalStart(start, interval)).toBe(start);
      expect(intervalStart(next, interval)).toBe(next);
    }),
  );
});

test('weeks start on Monday', () => {
  expect(intervalStart('2026-11-24', 'week')).toBe('2026-11-23');
});

test('an interval is chosen that gives a readable number of steps', () => {
  expect(readableInterval('2024-01-01', '2024-01-31')).toBe('day');
  expect(readableInterval('2024-01-01', '2024-05-31')).toBe('week');
  expect(readableInterval('2024-01-01', '2024-12-31')).toBe('month');
  expect(readableInterval('2014-01-01', '2026-11-24')).toBe('month');
  expect(readableInterval('1989-01-01', '2026-11-24')).toBe('year');
});

test('a quarter is compared with the same quarter a year earlier, so that seasons do not pass for change', () => {
  expect(comparisonPeriod({ from: '2025-07-01', to: '2025-09-30' })).toEqual({
    from: '2024-07-01',
    to: '2024-09-30',
    rule: 'year_earlier',
  });
  expect(comparisonPeriod({ from: '2024-02-01', to: '2024-02-29' })).toEqual({
    from: '2023-02-01',
    to: '2023-02-28',
    rule: 'year_earlier',
  });
});

test('a year or more is compared with the same days as many whole years earlier as keep the two apart', () => {
  expect(comparisonPeriod({ from: '2024-01-01', to: '2024-12-31' })).toEqual({
    from: '2023-01-01',
    to: '2023-12-31',
    rule: 'year_earlier',
  });
  expect(comparisonPeriod({ from: '2024-06-01', to: '2026-10-31' })).toEqual({
    from: '2021-06-01',
    to: '2023-10-31',
    rule: 'years_earlier',
  });
  expect(comparisonPeriod({ from: '2024-01-15', to: '2025-01-14' })).toEqual({
    from: '2023-01-15',
    to: '2024-01-14',
    rule: 'year_earlier',
  });
});

test('the period just before has as many months, or else as many days', () => {
  expect(precedingPeriod({ from: '2024-01-01', to: '2026-10-31' })).toEqual({
    from: '2021-03-01',
    to: '2023-12-31',
    rule: 'preceding',
  });
  expect(precedingPeriod({ from: '2024-01-15', to: '2025-01-14' })).toEqual({
    from: '2023-01-14',
    to: '2024-01-14',
    rule: 'preceding',
  });
});

test('a period and the one that it is compared with share the calendar days, no day, and nearly the length', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 5000 }), (from, more) => {
      const period = { from: dateOfDay(from), to: dateOfDay(from + more) };
      const other = comparisonPeriod(period);
      expect(other.to < period.from).toBe(true);
      // The 29th of February has no like in most years.
      if (!period.from.endsWith('-02-29')) expect(other.from.slice(5)).toBe(period.from.slice(5));
      const length = dayNumber(other.to) - dayNumber(other.from);
      expect(Math.abs(length - more)).toBeLessThanOrEqual(2);
      const years = Number(period.from.slice(0, 4)) - Number(other.from.slice(0, 4));
      expect(other.rule).toBe(years === 1 ? 'year_earlier' : 'years_earlier');
      // One year less, and they would share a day.
      if (years > 1) expect((years - 1) * 365).toBeLessThanOrEqual(more + 1);
    }),
  );
});

test('the latest today is that of no place but those farthest east, and no place is ahead of it', () => {
  expect(latestToday(new Date('2026-11-26T09:59:59Z'))).toBe('2026-11-26');
  expect(latestToday(new Date('2026-11-26T10:00:00Z'))).toBe('2026-11-27');
  const zones = ['Pacific/Kiritimati', 'Pacific/Auckland', 'Europe/Belgrade', 'America/New_York', 'Pacific/Pago_Pago'];
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }), (now) => {
      for (const timeZone of zones) expect(now.toLocaleDateString('sv', { timeZone }) <= latestToday(now)).toBe(true);
    }),
  );
});

test('today is the day of the clock on this machine, not that of UTC', () => {
  const justBeforeMidnight = new Date(2026, 10, 26, 23, 59);
  const justAfter = new Date(2026, 10, 27, 0, 1);
  expect([today(justBeforeMidnight), today(justAfter)]).toEqual(['2026-11-26', '2026-11-27']);
});
