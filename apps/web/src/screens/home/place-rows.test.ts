import { expect, test } from 'vitest';
import { changeAxis } from './change-axis.ts';
import { orderedRows, type PlaceRow } from './place-rows.ts';
import { rateTicks } from './places-table.tsx';
import { twelveMonthsEach } from './twelve-months.ts';

const row = (code: string, rate: number | undefined, killed: number) =>
  ({ code, rate: rate === undefined ? undefined : { rate, low: 0, high: 0 }, killed }) as unknown as PlaceRow;

test('rows are sorted either way, and those without the number are last in both', () => {
  const rows = [row('RS', 4, 41), row('XX', undefined, 2), row('XK', 28, 21)];
  const codes = (order: 'rate' | 'killed', isRising: boolean) => orderedRows(rows, order, isRising).map(({ code }) => code);
  expect(codes('rate', false)).toEqual(['XK', 'RS', 'XX']);
  expect(codes('rate', true)).toEqual(['RS', 'XK', 'XX']);
  expect(codes('killed', false)).toEqual(['RS', 'XK', 'XX']);
});

test('earlier years are whole, and end with the month of the last', () => {
  const period = { from: '2025-03-01', to: '2026-02-28' };
  expect(twelveMonthsEach(period, { period: { from: '2023-03-01', to: '2026-03-20' } })).toEqual([
    { from: '2023-03-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2025-02-28' },
    period,
  ]);
  expect(twelveMonthsEach(period, { period: { from: '2024-05-01', to: '2026-03-20' } })).toEqual([period]);
  expect(twelveMonthsEach(period, { period: null })).toEqual([period]);
});

test('the axis of rates has round steps', () => {
  expect(rateTicks(34)).toEqual([0, 10, 20, 30]);
  expect(rateTicks(9.4)).toEqual([0, 5]);
  expect(rateTicks(0.31)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(rateTicks(0)).toEqual([0, 1]);
});

test('the axis of changes holds every interval up to a doubling', () => {
  const change = (low: number, high: number) =>
    ({ kind: 'change', difference: 0, low, high, before: { count: 1, baseline: { kind: 'days', count: 1 } } }) as const;
  expect(changeAxis([change(-0.09, 0.04), change(-0.23, 0.35)])).toBe(0.4);
  expect(changeAxis([change(-0.5, 4)])).toBe(1);
  expect(changeAxis([{ kind: 'no_earlier_data' }])).toBe(0.2);
});
