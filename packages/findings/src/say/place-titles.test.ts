import { expect, test } from 'vitest';
import { wholeOf } from '@monitor/domain';
import type { JudgedRate, JudgedRates } from '../judge/map-rates.ts';
import type { Comparison } from '../judge/notable-changes.ts';
import type { PlaceRow } from '../judge/place-rows.ts';
import type { LocationRate } from '../judge/population-rate.ts';
import { mapTitle, placesTitle } from './place-titles.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');

/** Rates of so many incidents among so many thousand people in a year. */
function ratesOf(
  given: Readonly<Record<string, readonly [events: number, thousands: number]>>,
  regions: readonly string[] = [],
): JudgedRates {
  const rate = (events: number, thousands: number): LocationRate => ({
    rate: (events / thousands) * 100,
    low: 0,
    high: 0,
    events,
    exposure: thousands * 1000 * 365.25,
    source: '',
    firstYear: 2024,
    lastYear: 2024,
    dispersion: 1,
  });
  return {
    locations: Object.keys(given).filter((code) => !regions.includes(code)),
    regions,
    alike: new Set(Object.keys(given).map((code) => wholeOf('region', code))),
    of: Object.fromEntries(
      Object.entries(given).map(([code, [events, thousands]]): [string, JudgedRate] => [
        code,
        events < 5 ? { kind: 'few', events } : { kind: 'rate', ...rate(events, thousands) },
      ]),
    ),
  };
}
const title = (rates: JudgedRates) => mapTitle(rates, voice);

test('the title of the map says where rates are highest and lowest, as far as chance allows', () => {
  expect(title(ratesOf({ XK: [449, 1594], ME: [60, 624], RS: [268, 6586], MD: [86, 2402] }))).toBe(
    'Rate of violence in Kosovo* at least 6 times that in Moldova or Serbia',
  );
  expect(title(ratesOf({ XK: [449, 1594], ME: [170, 624], MD: [86, 2402] }))).toBe(
    'Highest rate of violence in Kosovo* or Montenegro',
  );
  expect(title(ratesOf({ RS: [300, 6586], MD: [105, 2402] }))).toBe('Rates of violence do not clearly differ between places');
  expect(title(ratesOf({ RS: [4, 6586] }))).toBe('No rates of violence to compare');
});

test('of one location its regions are compared', () => {
  const rates = ratesOf({ RS: [400, 6586], 'RS-00': [300, 1681], 'RS-20': [30, 340], 'RS-21': [2, 300] }, [
    'RS-00',
    'RS-20',
    'RS-21',
  ]);
  expect(title(rates)).toBe('Rate of violence in Beograd about 2 times that in Nišava');
});

const row = (code: string, kind: 'change' | 'no_earlier_data') =>
  ({
    code,
    change: kind === 'change' ? { kind, difference: 0, low: -0.1, high: 0.1, before: { count: 90 } } : { kind },
  }) as unknown as PlaceRow;
const clear = (...changes: readonly (readonly [string, number])[]) => ({
  clear: changes.map(
    ([code, difference]) =>
      ({
        place: code,
        kind: 'violence',
        measure: 'incidents',
        difference: { difference, low: 0, high: 0 },
      }) as unknown as Comparison,
  ),
});

test('the title of the places names those whose change stands out', () => {
  const rows = ['XK', 'ME', 'RS', 'MD'].map((code) => row(code, 'change'));
  const said = (changes: ReturnType<typeof clear>) => placesTitle(rows, changes, '2025', voice);
  expect(said(clear())).toBe('Places: no change in violent incidents stands out');
  expect(said(clear(['XK', 0.3]))).toBe('Places: violent incidents clearly rose only in Kosovo*');
  expect(said(clear(['RS', -0.3], ['MD', -0.2]))).toBe('Places: violent incidents clearly fell only in Serbia and Moldova');
  expect(said(clear(['XK', 0.3], ['RS', -0.3]))).toBe('Places: violent incidents clearly rose in Kosovo* and fell in Serbia');
  expect(said(clear(['XK', 0.3], ['RS', 0.3], ['MD', 0.2], ['ME', 0.2]))).toBe(
    'Places: violent incidents clearly rose only in 4 of 4 places',
  );
  expect(placesTitle([row('RS', 'no_earlier_data')], clear(), 'Jan–Feb 2024', voice)).toBe(
    'Places: violent incidents, Jan–Feb 2024',
  );
});
