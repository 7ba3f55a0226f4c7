import { expect, test } from 'vitest';
import { lastTwelveMonths, twelveMonthsTo } from './twelve-months.ts';

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

test('the last twelve months are whole months of the data', () => {
  const last = (to: string) => lastTwelveMonths({ from: '2014-01-01', to });
  expect(last('2026-10-31')).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  expect(last('2026-10-30')).toEqual({ from: '2025-10-01', to: '2026-09-30' });
  expect(last('2025-12-31')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});

test('of data shorter than twelve months they are the whole months that it has, or its days if it has none', () => {
  expect(lastTwelveMonths({ from: '2025-11-12', to: '2026-10-31' })).toEqual({ from: '2025-12-01', to: '2026-10-31' });
  expect(lastTwelveMonths({ from: '2026-02-01', to: '2026-03-30' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(lastTwelveMonths({ from: '2026-02-02', to: '2026-03-30' })).toEqual({ from: '2026-02-02', to: '2026-03-30' });
  expect(lastTwelveMonths({ from: '2026-02-02', to: '2026-02-02' })).toEqual({ from: '2026-02-02', to: '2026-02-02' });
});
