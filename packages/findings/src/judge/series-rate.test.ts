import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { seriesRates } from './series-rate.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const point = (start: string, incidents: number) => ({ start, partial: false, incidents, killed: 0, injured: 0, ...allReported });
const period = { from: '2024-01-01', to: '2024-12-31' };
const input = {
  filter: { country: ['ME'] },
  period,
  datasets: [madeUpDataset('demo', { ME: { from: '2014-01-01', to: '2026-10-31' }, XX: { from: '2014-01-01', to: '2026-10-31' } })],
  findPopulation: (code: string) => (code === 'ME' ? { people: 600_000, year: 2024, source: 'World Bank' } : undefined),
};

const ratesOf = (...given: Parameters<typeof seriesRates>) => {
  const found = seriesRates(...given);
  if (found.kind !== 'rates') throw new Error(found.kind);
  return found.rates;
};

test('quarters of different length with as many a day have the same rate', () => {
  const rates = ratesOf([point('2024-01-01', 91), point('2024-07-01', 92)], 'quarter', 'incidents', input);
  // One a day among 600,000: 365.25 a year.
  for (const rate of rates) expect(rate).toBeCloseTo(365.25 / 6, 6);
});

test('a step that the period cuts is divided by the days that it has, and has no rate if they are fewer than 90', () => {
  const cut = { ...input, period: { from: '2024-01-01', to: '2025-03-31' } };
  const years = [point('2024-01-01', 366), point('2025-01-01', 90)];
  expect(ratesOf(years, 'year', 'incidents', cut).map((rate) => rate?.toFixed(6))).toEqual(Array(2).fill((365.25 / 6).toFixed(6)));
  const shorter = { ...cut, period: { ...cut.period, to: '2025-03-30' } };
  expect(ratesOf(years, 'year', 'incidents', shorter)[1]).toBeNull();
});

test('days and months have no yearly rate, whatever the period', () => {
  expect(
    seriesRates([point('2024-02-29', 4)], 'day', 'incidents', { ...input, period: { from: '2024-02-01', to: '2024-02-29' } }),
  ).toEqual({
    kind: 'short',
  });
  expect(seriesRates([point('2024-01-01', 31), point('2024-02-01', 29)], 'month', 'incidents', input)).toEqual({
    kind: 'short_steps',
  });
});

test('of a location of which the data covers a part there is none, nor of several with it', () => {
  const days = { from: '2014-01-01', to: '2026-10-31' };
  const datasets = [madeUpDataset('demo', { ME: days }), { ...madeUpDataset('city', { RS: days }), covers: 'Niš' }];
  const findPopulation = () => ({ people: 600_000, year: 2024, source: 'World Bank' });
  const years = [point('2024-01-01', 366)];
  const ratesIn = (...country: string[]) =>
    seriesRates(years, 'year', 'incidents', { ...input, datasets, findPopulation, filter: { country } });
  expect(ratesIn('ME').kind).toBe('rates');
  for (const some of [ratesIn('RS'), ratesIn('ME', 'RS')]) expect(some).toEqual({ kind: 'part', codes: ['RS'], parts: ['Niš'] });
});

test('without a population, or for a part of a place, there is none', () => {
  const years = [point('2024-01-01', 9)];
  expect(seriesRates(years, 'year', 'incidents', { ...input, filter: { country: ['XX'] } })).toEqual({ kind: 'no_population' });
  expect(seriesRates(years, 'year', 'incidents', { ...input, filter: { victim_sex: ['woman'] } })).toEqual({ kind: 'people' });
});
