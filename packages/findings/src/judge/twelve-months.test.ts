import { expect, test } from 'vitest';
import { twelveMonthsTo } from './twelve-months.ts';

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
