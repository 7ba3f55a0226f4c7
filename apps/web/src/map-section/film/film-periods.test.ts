import { expect, test } from 'vitest';
import { filmPeriods, readableStep } from './film-periods.ts';

test('each step alone: whole steps, cut at the ends of the period', () => {
  expect(filmPeriods({ from: '2024-01-15', to: '2024-03-31' }, 'month', 'step')).toEqual([
    { from: '2024-01-15', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2024-03-31' },
  ]);
  expect(filmPeriods({ from: '2024-01-01', to: '2025-02-10' }, 'year', 'step')).toEqual([
    { from: '2024-01-01', to: '2024-12-31' },
    { from: '2025-01-01', to: '2025-02-10' },
  ]);
});

test('from the start, each frame has all of the one before', () => {
  expect(filmPeriods({ from: '2024-01-01', to: '2024-09-30' }, 'quarter', 'start')).toEqual([
    { from: '2024-01-01', to: '2024-03-31' },
    { from: '2024-01-01', to: '2024-06-30' },
    { from: '2024-01-01', to: '2024-09-30' },
  ]);
});

test('twelve months are shown only where the period has all of them', () => {
  expect(filmPeriods({ from: '2023-01-01', to: '2024-02-29' }, 'month', 'twelve_months')).toEqual([
    { from: '2023-01-01', to: '2023-12-31' },
    { from: '2023-02-01', to: '2024-01-31' },
    { from: '2023-03-01', to: '2024-02-29' },
  ]);
  expect(filmPeriods({ from: '2023-01-01', to: '2024-02-28' }, 'year', 'twelve_months').at(-1)).toEqual({
    from: '2023-03-01',
    to: '2024-02-28',
  });
  expect(filmPeriods({ from: '2024-01-01', to: '2024-11-30' }, 'month', 'twelve_months')).toEqual([]);
});

test('a long period begins with longer steps', () => {
  expect(readableStep({ from: '2024-01-01', to: '2024-12-31' })).toBe('month');
  expect(readableStep({ from: '2014-01-01', to: '2026-12-31' })).toBe('quarter');
  expect(readableStep({ from: '1980-01-01', to: '2026-12-31' })).toBe('year');
});
