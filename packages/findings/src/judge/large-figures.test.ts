import type { Summary } from '@monitor/contract';
import { classesOfWeapons } from '@monitor/domain';
import { expect, test } from 'vitest';
import { filterOfNumberedSeizures, filterOfSeizuresOfWeapons, largeYears } from './large-figures.ts';

const period = { from: '2024-03-01', to: '2025-06-30' };
const answer = (first: readonly [incidents: number, weapons: number], second: readonly [incidents: number, weapons: number]) =>
  ({
    period,
    series: {
      interval: 'year',
      points: [first, second].map(([incidents, weapons], at) => ({
        start: `${2024 + at}-01-01`,
        incidents,
        killed: 0,
        injured: 0,
        weapons,
        partial: at === 1,
      })),
    },
  }) as const satisfies Pick<Summary, 'series' | 'period'>;

test('each year has its large seizures, and those of which no weapon has a number', () => {
  const years = largeYears({
    all: answer([20, 60], [8, 9]),
    large: answer([3, 41], [0, 0]),
    ofWeapons: answer([18, 60], [8, 9]),
    numbered: answer([14, 60], [8, 9]),
  });
  expect(years).toEqual([
    {
      start: '2024-01-01',
      days: { from: '2024-03-01', to: '2024-12-31' },
      partial: false,
      counts: { seizures: 20, large: 3, unknown: 4, weapons: 60, inLarge: 41 },
    },
    {
      start: '2025-01-01',
      days: { from: '2025-01-01', to: '2025-06-30' },
      partial: true,
      counts: { seizures: 8, large: 0, unknown: 0, weapons: 9, inLarge: 0 },
    },
  ]);
});

test('nothing is unknown where only ammunition is meant', () => {
  const [all, large] = [answer([20, 60], [8, 9]), answer([3, 41], [0, 0])];
  expect(largeYears({ all, large }).map(({ counts }) => counts.unknown)).toEqual([0, 0]);
});

test('ammunition is not a weapon without a number', () => {
  expect(filterOfSeizuresOfWeapons({ country: ['RS'], type: ['suicide'] })).toEqual({
    country: ['RS'],
    type: ['weapon_seizure'],
    weapon: classesOfWeapons,
  });
  expect(filterOfSeizuresOfWeapons({ weapon: ['ammunition', 'handgun'] })?.weapon).toEqual(['handgun']);
  expect(filterOfSeizuresOfWeapons({ weapon: ['ammunition'] })).toBeUndefined();
  expect(filterOfNumberedSeizures({ weapon: ['ammunition'] })).toBeUndefined();
});

test('what the filter says of the number of weapons stays', () => {
  expect(filterOfNumberedSeizures({})?.min_weapons).toBe(1);
  expect(filterOfNumberedSeizures({ min_weapons: 3 })?.min_weapons).toBe(3);
});
