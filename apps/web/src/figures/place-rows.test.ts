import { expect, test } from 'vitest';
import { type PlaceRow, sortedRows } from './place-rows.ts';
import { twelveMonthsTo } from './twelve-months.ts';

const row = (code: string, rate: number | undefined, killed: number) =>
  ({ code, rate: rate === undefined ? undefined : { rate, low: 0, high: 0 }, killed }) as unknown as PlaceRow;

test('rows are sorted either way, and those without the number are last in both', () => {
  const rows = [row('RS', 4, 41), row('XX', undefined, 2), row('XK', 28, 21)];
  const codes = (order: 'rate' | 'killed', rising: boolean) => sortedRows(rows, order, rising).map(({ code }) => code);
  expect(codes('rate', false)).toEqual(['XK', 'RS', 'XX']);
  expect(codes('rate', true)).toEqual(['RS', 'XK', 'XX']);
  expect(codes('killed', false)).toEqual(['RS', 'XK', 'XX']);
});

test('earlier years are whole, and end with the month of the last', () => {
  const last = { from: '2025-03-01', to: '2026-02-28' };
  const before = [
    { from: '2023-03-01', to: '2024-02-29' },
    { from: '2024-03-01', to: '2025-02-28' },
  ];
  for (const day of ['2026-02-28', '2026-02-10'])
    expect(twelveMonthsTo(day, { period: { from: '2023-03-01', to: '2026-03-20' } })).toEqual([...before, last]);
  expect(twelveMonthsTo(last.to, { period: { from: '2024-05-01', to: '2026-03-20' } })).toEqual([last]);
  expect(twelveMonthsTo(last.to, { period: null })).toEqual([last]);
});
