import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDraft } from '../testing/arbitraries.ts';
import { dayNumber } from './date.ts';
import { weekdayOf, weekHoursOf } from './week-hours.ts';

test('weeks start on Monday, before 1970 too', () => {
  // 25 December 2023 was a Monday, 8 May 1945 a Tuesday, 1 January 1970 a Thursday.
  expect(weekdayOf(dayNumber('2023-12-25'))).toBe(0);
  expect(weekdayOf(dayNumber('2023-12-31'))).toBe(6);
  expect(weekdayOf(dayNumber('1945-05-08'))).toBe(1);
  expect(weekdayOf(0)).toBe(3);
});

test('an incident is in the hour of its local time, on the weekday of its date', () => {
  const hours = weekHoursOf([
    { occurred_on: '2023-12-25', local_time: '00:00', part_of_day: null, date_precision: 'day' },
    { occurred_on: '2023-12-25', local_time: '00:59', part_of_day: null, date_precision: 'day' },
    { occurred_on: '2023-12-31', local_time: '23:59', part_of_day: null, date_precision: 'day' },
  ]);
  expect(hours).toMatchObject({ known: 3, unknown: 0, midnight: 1 });
  expect(hours.incidents[0]![0]).toBe(2);
  expect(hours.incidents[6]![23]).toBe(1);
});

test('a time on a date that is not precise to the day is not known', () => {
  const hours = weekHoursOf([
    { occurred_on: '2023-12-25', local_time: '12:00', part_of_day: null, date_precision: 'week' },
    { occurred_on: '2023-12-25', local_time: null, part_of_day: 'evening', date_precision: 'day' },
  ]);
  expect(hours).toMatchObject({ known: 0, unknown: 2, midnight: 0 });
  // A Monday evening: the part of the day says more than nothing.
  expect(hours.parts[0]).toEqual([0, 0, 0, 1]);
  expect(hours.parts.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
});

test('the hours of a week add up to the incidents whose time is known', () => {
  fc.assert(
    fc.property(fc.array(anyDraft('draft'), { maxLength: 60 }), (drafts) => {
      const { incidents, known, unknown, midnight } = weekHoursOf(drafts);
      const inHours = incidents.flat().reduce((sum, count) => sum + count, 0);
      expect(inHours).toBe(known);
      expect(known + unknown).toBe(drafts.length);
      expect(midnight).toBeLessThanOrEqual(incidents.reduce((sum, day) => sum + day[0]!, 0));
    }),
  );
});
