import { expect, test } from 'vitest';
import { countInterval } from '@monitor/statistics';
import { rateFinding } from './brief-rates.ts';
import type { JudgedRate, JudgedRates } from './map-rates.ts';
import type { LocationRate, PopulationRate } from './population-rate.ts';

/** A rate of so many incidents among so many thousand people in a year. */
function rateOf(events: number, thousands: number): LocationRate {
  const per = (count: number) => (count / thousands) * 100;
  const { low, high } = countInterval(events);
  const made = { source: '', firstYear: 2024, lastYear: 2024, dispersion: 1 };
  return { rate: per(events), low: per(low), high: per(high), events, exposure: thousands * 365_250, ...made };
}

/** The rates of Kosovo* and some of its regions. */
function ratesOf(regions: Readonly<Record<string, readonly [events: number, thousands: number]>>): JudgedRates {
  const of: Record<string, JudgedRate> = { XK: { kind: 'rate', ...rateOf(450, 1594) } };
  for (const [code, [events, thousands]] of Object.entries(regions))
    of[code] = events < 5 ? { kind: 'few', events } : { kind: 'rate', ...rateOf(events, thousands) };
  return { locations: ['XK'], regions: Object.keys(regions), of, alike: new Set(['XK']) };
}

const none: PopulationRate = { kind: 'no_population' };
const kosovo = { kind: 'country', code: 'XK' } as const;
const find = (regions: Parameters<typeof ratesOf>[0]) => rateFinding(kosovo, ratesOf(regions), none);

test('a region is over twice the average only where chance cannot make it so, of all that are compared', () => {
  const others = { 'XK-02': [70, 250], 'XK-03': [60, 220] } as const;
  expect(find({ 'XK-01': [180, 200], ...others })).toEqual({ kind: 'twice', codes: ['XK-01'], compared: 3 });
  // Twice the average, but perhaps less.
  expect(find({ 'XK-01': [120, 200], ...others })).toEqual({ kind: 'above', codes: ['XK-01'], compared: 3 });
  // Alone the second would be called above the average; among three it is not.
  const nearly = { 'XK-01': [42, 108] } as const;
  expect(find({ ...nearly, ...others })).toMatchObject({ kind: 'range' });
  expect(rateFinding({ kind: 'region', code: 'XK-01' }, ratesOf({ ...nearly, ...others }), none).kind).toBe('above');
});

test('where none is clearly above the average, the range is given, and without two rates none is compared', () => {
  expect(find({ 'XK-01': [70, 250], 'XK-02': [60, 220], 'XK-03': [3, 90] })).toEqual({
    kind: 'range',
    low: expect.closeTo(27.3, 1) as number,
    high: expect.closeTo(28, 1) as number,
  });
  expect(find({ 'XK-03': [3, 90] })).toMatchObject({ kind: 'one', code: 'XK' });
  const places = { ...ratesOf({}), locations: ['XK', 'RS'] };
  expect(rateFinding({ kind: 'all' }, places, none)).toEqual({ kind: 'none' });
});

test('a region is held to its location: above, below, or not clearly different', () => {
  const kindOf = (events: number) => rateFinding({ kind: 'region', code: 'XK-01' }, ratesOf({ 'XK-01': [events, 250] }), none).kind;
  expect([200, 110, 70, 40, 3].map(kindOf)).toEqual(['twice', 'above', 'unclear', 'below', 'none']);
});
