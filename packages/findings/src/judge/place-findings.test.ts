import { expect, test } from 'vitest';
import type { SeriesPoint } from '@monitor/contract';
import { yearCounts } from './place-findings.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

/** Months from January 2021 on, each with its number as its count. */
const months = Array.from({ length: 72 }, (_, index): SeriesPoint => ({
  start: `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
  incidents: index,
  killed: 1,
  injured: 0,
  ...allReported,
  partial: index === 5,
}));
const sumFrom = (first: number, length: number) =>
  Array.from({ length }, (_, index) => first + index).reduce((sum, one) => sum + one, 0);

test('the same months of up to six years are added up', () => {
  const counts = yearCounts(months, { from: '2025-10-01', to: '2026-09-30' }, 'incidents');
  expect(counts?.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
  expect(counts?.at(-1)?.count).toBe(sumFrom(57, 12));
  expect(counts?.[0]?.count).toBe(sumFrom(9, 12));
});

test('a year that the data covers in part has no count, and is not zero', () => {
  expect(
    yearCounts(months, { from: '2026-01-01', to: '2026-12-31' }, 'incidents')?.map(({ year, count }) => [year, count]),
  ).toEqual([
    [2022, sumFrom(12, 12)],
    [2023, sumFrom(24, 12)],
    [2024, sumFrom(36, 12)],
    [2025, sumFrom(48, 12)],
    [2026, sumFrom(60, 12)],
  ]);
  const gap = months.map((month) => (month.start === '2024-05-01' ? { ...month, partial: true } : month));
  expect(yearCounts(gap, { from: '2026-05-01', to: '2026-06-30' }, 'killed')?.map(({ count }) => count)).toEqual([
    2,
    2,
    null,
    2,
    2,
  ]);
});

test('a year that other datasets cover has no count', () => {
  const counts = yearCounts(months, { from: '2026-01-01', to: '2026-12-31' }, 'incidents', ({ from }) => from !== '2024-01-01');
  expect(counts?.map(({ count }) => count === null)).toEqual([false, false, true, false, false]);
});

test('periods of other days, and of more than a year, have no years beside them', () => {
  expect(yearCounts(months, { from: '2026-01-01', to: '2026-01-20' }, 'incidents')).toBeUndefined();
  expect(yearCounts(months, { from: '2025-01-01', to: '2026-12-31' }, 'incidents')).toBeUndefined();
  expect(yearCounts(months, { from: '2030-01-01', to: '2030-12-31' }, 'incidents')).toBeUndefined();
});
