import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { locationRates, perhapsHighest, placeRate, populationRate, type RateInput } from './population-rate.ts';

const dataset = (slug: string, countries: string[], from: string, to: string) =>
  madeUpDataset(slug, Object.fromEntries(countries.map((code) => [code, { from, to }])));
const people: Record<string, number> = { ME: 600_000, RS: 6_600_000 };
const input = (change: Partial<RateInput>): RateInput => ({
  filter: {},
  period: { from: '2023-01-01', to: '2024-12-31' },
  datasets: [dataset('demo', ['ME', 'RS'], '2014-01-01', '2026-10-31')],
  findPopulation: (code, year) => {
    const count = people[code];
    return count === undefined ? undefined : { people: count, year: Math.min(year, 2024), source: 'World Bank' };
  },
  ...change,
});
const counts = [
  { value: 'RS', incidents: 1320, killed: 0, injured: 0 },
  { value: 'ME', incidents: 120, killed: 0, injured: 0 },
];

test('a rate is of the chosen locations, per 100,000 people and year', () => {
  const rate = populationRate(input({ filter: { country: ['ME'] } }), counts, 'incidents');
  if (rate.kind !== 'rate') throw new Error(rate.kind);
  // 120 over two years among 600,000: ten a year per 100,000.
  expect(rate.rate).toBeCloseTo(10, 1);
  expect([rate.firstYear, rate.lastYear, rate.source, rate.leftOut]).toEqual([2023, 2024, 'World Bank', []]);
});

test('without a choice it is of all locations that the data cover, even those without an incident', () => {
  const rate = populationRate(input({}), counts.slice(0, 1), 'incidents');
  if (rate.kind !== 'rate') throw new Error(rate.kind);
  expect(rate.rate).toBeCloseTo((1320 / 7_200_000 / 2) * 100_000, 1);
});

test('only the days that the data cover count', () => {
  const rate = populationRate(
    input({
      filter: { country: ['ME'] },
      period: { from: '2020-01-01', to: '2029-12-31' },
      datasets: [dataset('demo', ['ME'], '2024-01-01', '2024-12-31')],
    }),
    counts,
    'incidents',
  );
  if (rate.kind !== 'rate') throw new Error(rate.kind);
  expect(rate.rate).toBeCloseTo(20, 0);
});

test('a location that begins later than its dataset adds no people for the days before', () => {
  const datasets = [
    madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2026-10-31' }, ME: { from: '2024-01-01', to: '2026-10-31' } }),
  ];
  const rate = populationRate(input({ filter: { country: ['ME'] }, datasets }), counts, 'incidents');
  if (rate.kind !== 'rate') throw new Error(rate.kind);
  // 120 in one of the two years.
  expect(rate.rate).toBeCloseTo(20, 0);
  expect(rate.firstYear).toBe(2024);
  expect(locationRates(input({ datasets }), counts, 'incidents').rates.get('ME')?.rate).toBeCloseTo(20, 0);
});

test('no year before the first population figure has a rate: a later population would stand for it', () => {
  const early = input({
    datasets: [dataset('old', ['ME', 'RS'], '1998-01-01', '2024-12-31')],
    period: { from: '2013-12-31', to: '2024-12-31' },
    // As the real table: before its first year it gives that of the first.
    findPopulation: (_, year) => ({ people: 600_000, year: Math.max(2014, Math.min(year, 2024)), source: 'World Bank' }),
  });
  expect(populationRate(early, counts, 'incidents')).toEqual({ kind: 'before_population', firstYear: 2014 });
  const { rates, without } = locationRates(early, counts, 'incidents');
  expect(rates.size).toBe(0);
  expect(without.map(({ reason }) => reason)).toEqual(counts.map(() => ({ kind: 'before_population', firstYear: 2014 })));
  expect(populationRate({ ...early, period: { from: '2014-01-01', to: '2024-12-31' } }, counts, 'incidents').kind).toBe('rate');
  expect(populationRate({ ...early, period: { from: '2026-01-01', to: '2026-12-31' } }, [], 'incidents')).toEqual({
    kind: 'no_days',
  });
});

test('a location without a population is left out and named', () => {
  const us = { value: 'US', incidents: 50, killed: 0, injured: 0 };
  const datasets = [dataset('all', ['ME', 'US'], '2014-01-01', '2026-01-01')];
  const rate = populationRate(input({ filter: { country: ['ME', 'US'] }, datasets }), [...counts, us], 'incidents');
  expect(rate).toMatchObject({ kind: 'rate', leftOut: [{ code: 'US', events: 50 }] });
  expect(populationRate(input({ filter: { country: ['US'] }, datasets }), [us], 'incidents')).toEqual({ kind: 'no_population' });
});

test('a location of which the data covers a part is left out and named, and has no rate of its own', () => {
  const city = { ...dataset('city', ['RS'], '2014-01-01', '2026-10-31'), covers: 'Niš' };
  const datasets = [dataset('demo', ['ME'], '2014-01-01', '2026-10-31'), city];
  const part = { kind: 'part', codes: ['RS'], parts: ['Niš'] };
  const own = input({ filter: { country: ['RS'] }, datasets });
  expect(populationRate(own, counts, 'incidents')).toEqual(part);
  expect(placeRate(own, 'RS-20', 50)).toEqual(part);
  const both = populationRate(input({ datasets }), counts, 'incidents');
  expect(both).toMatchObject({ kind: 'rate', events: 120, leftOut: [{ code: 'RS', events: 1320, part }] });
  // Of the datasets that the filter selects.
  const all = [...datasets, dataset('all', ['RS'], '2014-01-01', '2026-10-31')];
  expect(populationRate(input({ filter: { country: ['RS'] }, datasets: all }), counts, 'incidents').kind).toBe('rate');
  const ofCity = input({ filter: { country: ['RS'], dataset: ['city'] }, datasets: all });
  expect(populationRate(ofCity, counts, 'incidents')).toEqual(part);
});

test('what no population fits has no rate, nor has a search text or a short period', () => {
  const kindOf = (change: Partial<RateInput>) => populationRate(input(change), counts, 'incidents').kind;
  expect(kindOf({ filter: { q: 'bomb' } })).toBe('words');
  expect(kindOf({ filter: { id: ['AV-3F9K2M7XQ0BT'] } })).toBe('picked');
  for (const filter of [{ victim_sex: ['woman'] }, { victim_age: ['0-18'] }, { perpetrator_age: ['61-plus'] }] as const)
    expect(kindOf({ filter })).toBe('people');
  expect(kindOf({ filter: { relationship: ['intimate_partner'] } })).toBe('rate');
  expect(kindOf({ period: { from: '2024-01-01', to: '2024-03-29' } })).toBe('short');
  expect(kindOf({ period: { from: '2024-01-01', to: '2024-03-30' } })).toBe('rate');
  expect(locationRates(input({ filter: { q: 'bomb' } }), counts, 'incidents').rates.size).toBe(0);
});

test('the interval of a rate is wider where what is counted comes several at once', () => {
  const killed = [{ value: 'RS', incidents: 100, killed: 60, injured: 0 }];
  const rateOf = (squares: number) => populationRate(input({ filter: { country: ['RS'] } }), killed, 'killed', squares / 60);
  const [single, clustered] = [rateOf(60), rateOf(240)];
  if (single.kind !== 'rate' || clustered.kind !== 'rate') throw new Error('no rate');
  expect(single).toEqual(populationRate(input({ filter: { country: ['RS'] } }), killed, 'killed'));
  expect(clustered.rate).toBe(single.rate);
  // As uncertain as fifteen single events: Byar's interval of 15 is 8.39 to 24.74.
  expect(clustered.low / clustered.rate).toBeCloseTo(8.39 / 15, 2);
  expect(clustered.high / clustered.rate).toBeCloseTo(24.74 / 15, 2);
});

test('a part of a location has no rate', () => {
  expect(populationRate(input({ filter: { region: ['RS-20'] } }), counts, 'incidents')).toEqual({ kind: 'region' });
  expect(populationRate(input({ filter: { bbox: [18, 41, 23, 46] } }), counts, 'incidents')).toEqual({ kind: 'area' });
  expect(locationRates(input({ filter: { region: ['RS-20'] } }), counts, 'incidents').rates.size).toBe(0);
});

test('each location has its own rate', () => {
  const { rates, without } = locationRates(input({}), counts, 'incidents');
  expect(rates.get('ME')?.rate).toBeCloseTo(10, 1);
  expect(rates.get('RS')?.rate).toBeCloseTo(10, 1);
  expect(without).toEqual([]);
});

test('fewer than ten events have no rate: a quarter of three would be said as a large yearly one', () => {
  const quarter = input({ filter: { country: ['ME'] }, period: { from: '2024-04-01', to: '2024-06-30' } });
  const three = [{ value: 'ME', incidents: 3, killed: 0, injured: 0 }];
  expect(populationRate(quarter, three, 'incidents')).toEqual({ kind: 'too_few' });
  expect(populationRate(quarter, [{ value: 'ME', incidents: 10, killed: 0, injured: 0 }], 'incidents').kind).toBe('rate');
  // None at all is a rate, with an interval that shows how little a quarter says: 3.7 among 600,000 are 2.5 a year per 100,000.
  const none = populationRate(quarter, [], 'incidents');
  if (none.kind !== 'rate') throw new Error(none.kind);
  expect([none.rate, none.low]).toEqual([0, 0]);
  expect(none.high).toBeCloseTo(((3.67 / 600_000) * 100_000 * 365.25) / 91, 1);
  const us = { value: 'US', incidents: 50, killed: 0, injured: 0 };
  const all = [dataset('all', ['ME', 'RS', 'US'], '2014-01-01', '2026-01-01')];
  const { rates, without } = locationRates(input({ datasets: all }), [...three, us, ...counts.slice(0, 1)], 'incidents');
  expect([...rates.keys()]).toEqual(['RS']);
  expect(without).toEqual([
    { code: 'ME', events: 3, reason: { kind: 'too_few' } },
    { code: 'US', events: 50, reason: { kind: 'no_population' } },
  ]);
});

test('regions have rates of their own, over the days that their location is covered', () => {
  const findPopulation = (code: string, year: number) =>
    code === 'RS-00' && year >= 2024 ? { people: 1_000_000, year: 2024, source: 'Census' } : undefined;
  const regional = [
    { value: 'RS-00', incidents: 50, killed: 0, injured: 0 },
    { value: 'RS-20', incidents: 50, killed: 0, injured: 0 },
  ];
  const whole = input({ filter: { region: ['RS-00'] }, period: { from: '2024-01-01', to: '2024-12-31' }, findPopulation });
  const { rates, without } = locationRates(whole, regional, 'incidents', undefined, 'region');
  expect(rates.get('RS-00')?.rate).toBeCloseTo(5, 1);
  expect(rates.get('RS-00')).toMatchObject({ source: 'Census', lastYear: 2024 });
  expect(without).toEqual([{ code: 'RS-20', events: 50, reason: { kind: 'no_population' } }]);
  // What fits no population fits none of a region either.
  expect(locationRates({ ...whole, filter: { q: 'x' } }, regional, 'incidents', undefined, 'region').rates.size).toBe(0);
});

test('the highest rate stands alone only where the others are clearly lower', () => {
  const rateOf = (events: number, exposure: number, dispersion = 1) => ({
    rate: events / exposure,
    low: 0,
    high: 0,
    events,
    exposure,
    source: '',
    firstYear: 2024,
    lastYear: 2024,
    dispersion,
  });
  const clear = new Map([
    ['large', rateOf(100, 1000)],
    ['small', rateOf(100, 400)],
  ]);
  expect(perhapsHighest(clear)).toEqual(['small']);
  // The same rates from a tenth of the events: 2.5 times as high, give or take.
  const few = new Map([...clear].map(([code, { events, exposure }]) => [code, rateOf(events / 10, exposure / 10)]));
  expect(perhapsHighest(few)).toEqual(['small']);
  const close = new Map([
    ['large', rateOf(100, 500)],
    ['small', rateOf(11, 44)],
  ]);
  expect(perhapsHighest(close)).toEqual(['small', 'large']);
  // People who are killed together are fewer events than they seem.
  const together = new Map([...clear].map(([code, { events, exposure }]) => [code, rateOf(events, exposure, 20)]));
  expect(perhapsHighest(together)).toEqual(['small', 'large']);
  expect(perhapsHighest(new Map())).toEqual([]);
});

test('a place has a rate of few events too, whose interval says how little it is worth', () => {
  const rate = placeRate(input({}), 'ME', 3);
  if ('kind' in rate) throw new Error(rate.kind);
  expect([rate.rate, rate.low, rate.high].map((one) => Number(one.toFixed(2)))).toEqual([0.25, 0.05, 0.73]);
  expect(placeRate(input({}), 'XK', 3)).toEqual({ kind: 'no_days' });
});

test('a rate needs as many days of data as of the period', () => {
  const covered = (days: string) => input({ datasets: [dataset('demo', ['ME'], '2024-01-01', days)] });
  expect(placeRate(covered('2024-02-29'), 'ME', 120)).toEqual({ kind: 'short' });
  expect(populationRate(covered('2024-02-29'), counts, 'incidents')).toEqual({ kind: 'short' });
  expect(populationRate(covered('2024-03-30'), counts, 'incidents').kind).toBe('rate');
  expect(locationRates(covered('2024-02-29'), counts.slice(1), 'incidents').without).toEqual([
    { code: 'ME', events: 120, reason: { kind: 'short' } },
  ]);
});
