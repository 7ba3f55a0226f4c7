import { expect, test } from 'vitest';
import { stepsAround } from './steps-around.ts';

const coverage = { from: '2014-01-01', to: '2026-11-30' };
const around = (from: string, to: string) => stepsAround({ from, to }, coverage);

test('a month is one of its year, with the months before and after it', () => {
  expect(around('2024-01-01', '2024-01-31')).toEqual({
    unit: 'month',
    bars: { from: '2024-01-01', to: '2024-12-31' },
    interval: 'month',
    previous: { from: '2023-12-01', to: '2023-12-31' },
    next: { from: '2024-02-01', to: '2024-02-29' },
  });
});

test('nothing leads out of the data, whose last year is not complete', () => {
  const year = around('2026-01-01', '2026-11-30');
  expect(year).toMatchObject({ unit: 'year', interval: 'month', bars: { from: '2026-01-01', to: '2026-11-30' } });
  expect([year.previous, year.next]).toEqual([{ from: '2025-01-01', to: '2025-12-31' }, undefined]);
  expect(around('2025-01-01', '2025-12-31').next).toEqual({ from: '2026-01-01', to: '2026-11-30' });
  expect(around('2014-01-01', '2014-03-31')).toMatchObject({ unit: 'quarter', previous: undefined });
});

test('a week is among the weeks around it, a day among those of its month', () => {
  expect(around('2024-07-22', '2024-07-28')).toMatchObject({
    unit: 'week',
    interval: 'week',
    bars: { from: '2024-06-10', to: '2024-09-08' },
    next: { from: '2024-07-29', to: '2024-08-04' },
  });
  expect(around('2024-07-03', '2024-07-03')).toMatchObject({ unit: 'day', bars: { from: '2024-07-01', to: '2024-07-31' } });
});

test('other days are shown by steps that suit them', () => {
  expect(around('2025-12-01', '2026-11-30')).toMatchObject({ unit: undefined, interval: 'month', previous: undefined });
  expect(around('2014-01-01', '2026-11-30')).toMatchObject({ unit: undefined, interval: 'year' });
});
