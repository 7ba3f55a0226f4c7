import { expect, test } from 'vitest';
import { largeAmong, yearsOf } from './large-figures.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const people = { killed: 0, injured: 0, threatened: 0, suicides: 0 };

test('a seizure without a number for a weapon, and not large by the others, may be large', () => {
  const all = { incidents: 1703, weapons: 3605, notReported: { ...people, weapons: 166 } };
  const large = { incidents: 131, weapons: 2000, notReported: { ...people, weapons: 16 } };
  expect(largeAmong(all, large)).toEqual({
    seizures: 1703,
    large: 131,
    unknown: 150,
    weapons: 3605,
    notReported: { weapons: 166 },
    inLarge: 2000,
  });
  expect(largeAmong({ ...all, notReported: people }, { ...large, notReported: people }).unknown).toBe(0);
});

test('of the years of a period, the first and the last have the days that are in it', () => {
  const years = ['2024-01-01', '2025-01-01'].map((start) => ({
    start,
    incidents: 3,
    killed: 0,
    injured: 0,
    ...allReported,
    partial: start > '2025',
  }));
  expect(yearsOf({ period: { from: '2024-03-01', to: '2025-06-30' }, series: { interval: 'year', points: years } })).toEqual([
    { start: '2024-01-01', partial: false, days: { from: '2024-03-01', to: '2024-12-31' } },
    { start: '2025-01-01', partial: true, days: { from: '2025-01-01', to: '2025-06-30' } },
  ]);
  expect(yearsOf({ period: null, series: { interval: 'year', points: [] } })).toEqual([]);
});
