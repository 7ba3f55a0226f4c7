import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { seriesRates } from './series-rate.ts';

const point = (start: string, incidents: number) => ({ start, partial: false, incidents, killed: 0, injured: 0 });
const period = { from: '2024-01-01', to: '2024-12-31' };
const input = {
  filter: { country: ['ME'] },
  period,
  datasets: [madeUpDataset('demo', { ME: { from: '2014-01-01', to: '2026-10-31' }, XX: { from: '2014-01-01', to: '2026-10-31' } })],
  findPopulation: (code: string) => (code === 'ME' ? { people: 600_000, year: 2024, source: 'World Bank' } : undefined),
};

test('months of different length with as many a day have the same rate', () => {
  const found = seriesRates([point('2024-01-01', 31), point('2024-02-01', 29)], 'month', 'incidents', input);
  if (found.kind !== 'rates') throw new Error(found.kind);
  // One a day among 600,000: 365.25 a year.
  expect(found.rates[0]).toBeCloseTo(365.25 / 6, 6);
  expect(found.rates[1]).toBeCloseTo(365.25 / 6, 6);
});

test('a step that the period cuts is divided by the days that it has', () => {
  const cut = { ...input, period: { from: '2024-01-01', to: '2024-02-10' } };
  const found = seriesRates([point('2024-02-01', 10)], 'month', 'incidents', cut);
  expect(found.kind === 'rates' && found.rates[0]).toBeCloseTo(365.25 / 6, 6);
});

test('without a population, or for a part of a place, there is none', () => {
  expect(seriesRates([point('2024-01-01', 9)], 'month', 'incidents', { ...input, filter: { country: ['XX'] } })).toEqual({
    kind: 'no_population',
  });
  expect(seriesRates([point('2024-01-01', 9)], 'month', 'incidents', { ...input, filter: { victim_sex: ['woman'] } })).toEqual({
    kind: 'people',
  });
});
