import { expect, test } from 'vitest';
import { dayTicks, runningTotal, totalAfter } from './running-total.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const step = (start: string, incidents: number) => ({ start, incidents, killed: 0, injured: 0, ...allReported, partial: false });

test('days and months add up to the same total at the same day', () => {
  const period = { from: '2025-01-15', to: '2025-03-31' };
  const months = {
    interval: 'month' as const,
    points: [step('2025-01-01', 4), step('2025-02-01', 3), step('2025-03-01', 5)],
  };
  const total = runningTotal(months, period, 'incidents', undefined);
  expect(total).toEqual({
    points: [
      [0, 0],
      [17, 4],
      [45, 7],
      [76, 12],
    ],
    days: 76,
    isCut: false,
  });
  expect([16, 17, 44, 76, 77].map((days) => totalAfter(total, days))).toEqual([0, 4, 4, 12, undefined]);
});

test('the line ends with the data, not with the period', () => {
  const series = { interval: 'day' as const, points: [step('2026-10-30', 2), step('2026-10-31', 1), step('2026-11-01', 0)] };
  const total = runningTotal(series, { from: '2026-10-30', to: '2026-11-01' }, 'incidents', '2026-10-31');
  expect(total).toEqual({
    points: [
      [0, 0],
      [1, 2],
      [2, 3],
    ],
    days: 3,
    isCut: true,
  });
});

test('the axis has dates where both begin on the same day of the year, else numbers of days', () => {
  const summer = (year: number) => ({ from: `${year}-06-01`, to: `${year}-08-31` });
  expect(dayTicks(summer(2026), summer(2025), 92)).toEqual([
    { at: 0, day: '2026-06-01' },
    { at: 30, day: '2026-07-01' },
    { at: 61, day: '2026-08-01' },
  ]);
  expect(dayTicks(summer(2026), { from: '2026-03-01', to: '2026-05-31' }, 92).map(({ day }) => day)).toEqual([1, 29, 57, 85]);
  expect(dayTicks({ from: '2024-01-01', to: '2024-12-31' }, { from: '2023-01-01', to: '2023-12-31' }, 366)).toHaveLength(4);
});

test('a series of which no incident gives the number has no line at 0', () => {
  const points = [{ ...step('2026-10-30', 2), notReported: { killed: 0, injured: 2 } }, step('2026-10-31', 0)];
  const total = (measure: 'killed' | 'injured') =>
    runningTotal({ interval: 'day', points }, { from: '2026-10-30', to: '2026-10-31' }, measure, undefined).points;
  expect(total('injured')).toEqual([]);
  expect(total('killed').at(-1)).toEqual([2, 0]);
});
