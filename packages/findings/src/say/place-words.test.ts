import { expect, test } from 'vitest';
import type { FacetValue, Summary } from '@monitor/contract';
import type { FigureChange } from '../judge/change.ts';
import type { AverageComparison } from '../judge/place-findings.ts';
import { averageWords, funnelText, highestRegionText, leadText, typesText } from './place-words.ts';
import { voiceOf } from './voice.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const voice = voiceOf('en');

const year = { from: '2025-10-01', to: '2026-09-30' };
const before = { count: 463, baseline: { kind: 'period', from: '2024-10-01', to: '2025-09-30', years: 1 } } as const;
const unclear: FigureChange = { kind: 'change', difference: -0.02, low: -0.14, high: 0.11, before };
const fewer: FigureChange = { kind: 'change', difference: -0.144, low: -0.222, high: -0.058, before };
const compared = (low: number, value: number, high: number): AverageComparison => ({
  kind: 'compared',
  rate: value * 17,
  low: low * 17,
  high: high * 17,
  average: 17,
  ratio: [low, value, high],
  verdict: high < 1 ? 'below' : low > 1 ? 'above' : 'unclear',
  source: 'World Bank',
  firstYear: 2024,
  lastYear: 2024,
});
const below = compared(0.36, 0.4, 0.44);

const lead = (
  change: FigureChange,
  comparison: AverageComparison,
  {
    count = 452,
    ...more
  }: { whole?: string; period?: typeof year; covered?: typeof year; count?: number; isNarrowed?: boolean } = {},
) =>
  leadText(
    {
      kind: 'violence',
      isNarrowed: more.isNarrowed ?? false,
      place: 'Serbia',
      whole: more.whole,
      period: more.period ?? year,
      covered: more.covered ?? more.period ?? year,
      row: { amount: { count, incidents: count, notReported: 0 }, change, comparison },
    },
    voice,
  ).replaceAll('\u00a0', ' ');

test('the lead says how many, and compares with the past and with the others', () => {
  expect(lead(unclear, below)).toBe(
    'Serbia recorded 452 violent incidents in the 12 months to 30 Sept 2026: no clear change on the year before, and 60% below the average rate of all locations.',
  );
  expect(lead(fewer, compared(2.8, 3.3, 3.9), { whole: 'Kosovo*' })).toBe(
    'Serbia recorded 452 violent incidents in the 12 months to 30 Sept 2026: 14% fewer than the year before, and 3.3 times the average rate of Kosovo*.',
  );
  expect(lead(unclear, compared(0.8, 1.1, 1.4), { period: { from: '2025-01-01', to: '2025-12-31' } })).toBe(
    'Serbia recorded 452 violent incidents in 2025: no clear change on the year before, and not clearly different from the average rate of all locations.',
  );
});

test('a year that the data does not reach the end of is said with the days that it has', () => {
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const covered = { from: '2026-01-01', to: '2026-11-30' };
  expect(lead({ kind: 'no_earlier_data' }, { kind: 'area' }, { period, covered })).toBe(
    'Serbia recorded 452 violent incidents during Jan–Nov 2026.',
  );
});

test('where the filter selects only some incidents, the lead says so', () => {
  const none: FigureChange = { kind: 'no_earlier_data' };
  const said = (count: number) => lead(none, { kind: 'people' }, { count, isNarrowed: true });
  expect(said(0)).toBe('Serbia recorded no violent incidents that match the filter in the 12 months to 30 Sept 2026.');
  expect(said(1)).toBe('Serbia recorded 1 violent incident that matches the filter in the 12 months to 30 Sept 2026.');
  expect(said(21)).toBe('Serbia recorded 21 violent incidents that match the filter in the 12 months to 30 Sept 2026.');
});

test('one day is said as a day', () => {
  const day = { from: '2026-12-01', to: '2026-12-01' };
  expect(lead({ kind: 'no_earlier_data' }, { kind: 'short' }, { period: day })).toBe(
    'Serbia recorded 452 violent incidents on 1 Dec 2026.',
  );
});

test('what cannot be compared is left out of the lead', () => {
  expect(lead({ kind: 'too_few', before }, below)).toBe(
    'Serbia recorded 452 violent incidents in the 12 months to 30 Sept 2026: 60% below the average rate of all locations.',
  );
  expect(lead({ kind: 'no_earlier_data' }, { kind: 'area' }, { count: 1 })).toBe(
    'Serbia recorded 1 violent incident in the 12 months to 30 Sept 2026.',
  );
  // Other seasons are no year before.
  const seasons = { ...before, baseline: { kind: 'months', count: 12 } } as const;
  expect(lead({ ...fewer, before: seasons }, { kind: 'area' })).toBe(
    'Serbia recorded 452 violent incidents in the 12 months to 30 Sept 2026.',
  );
  expect(lead(unclear, below, { count: 0, period: { from: '2026-03-03', to: '2026-03-20' } })).toBe(
    'Serbia recorded no violent incidents during 3–20 Mar 2026.',
  );
});

test('a rate is said with its interval and the average, and a verdict only where chance allows it', () => {
  expect(averageWords(below, undefined, voice)).toEqual({
    verdict: '60% below average',
    isClear: true,
    text: '6.8 per 100,000 people per year (95% interval 6.1 to 7.5); average 17.0.',
  });
  expect(averageWords(compared(1.1, 1.4, 1.8), undefined, voice)).toMatchObject({ verdict: '40% above average', isClear: true });
  expect(averageWords(compared(2.8, 3.3, 3.9), undefined, voice)).toMatchObject({
    verdict: '3.3 times the average',
    isClear: true,
  });
  expect(averageWords(compared(0.7, 1.4, 2.8), undefined, voice)).toMatchObject({ verdict: 'No clear difference', isClear: false });
});

test('where a comparison would be unsound, the words say why', () => {
  expect(averageWords({ kind: 'not_violence' }, undefined, voice)).toEqual({
    verdict: undefined,
    isClear: false,
    text: 'Not compared. Seizures and thefts depend on police work as well as on how many weapons there are, and sources in different places report them unevenly.',
  });
  expect(averageWords({ kind: 'too_few' }, undefined, voice).text).toBe(
    'Not compared. Fewer than 10 were recorded. A yearly rate would say more about chance than about the place.',
  );
  expect(averageWords({ kind: 'few_in_whole' }, 'Moldova', voice).text).toBe(
    'Not compared. In all of Moldova, fewer than 10 were recorded.',
  );
});

const type = (value: string, incidents: number, killed: number): FacetValue => ({
  value,
  incidents,
  killed,
  injured: 0,
  ...allReported,
});
const types = (killed: number, ...facet: FacetValue[]) => {
  const totals = { incidents: facet.reduce((sum, { incidents }) => sum + incidents, 0), killed } as Summary['totals'];
  return typesText({ totals, facets: { type: [...facet, type('weapon_seizure', 900, 0)] } }, { type: chosen }, voice);
};
const chosen = ['domestic_violence', 'criminal_context'] as const;

test('the second finding names a type that kills more than its share', () => {
  expect(types(31, type('criminal_context', 421, 19), type('domestic_violence', 31, 12))).toBe(
    'Domestic violence accounts for 31 of the 452 incidents (7%) but 12 of the 31 people killed.',
  );
});

test('else it names the largest type, of those that are meant', () => {
  expect(types(4, type('criminal_context', 20, 1), type('domestic_violence', 5, 3))).toBe(
    'The largest group is criminal context: 20 of 25 (80%).',
  );
  expect(types(0)).toBeUndefined();
  // One group is not the largest of any.
  expect(types(4, type('criminal_context', 20, 1), type('domestic_violence', 0, 0))).toBe('Criminal context: 20 incidents.');
});

test('a region has the highest rate only among those with enough incidents, and where none has a rate the reason is the true one', () => {
  const region = (code: string, events: number, rate: number) => {
    const made = {
      low: 0.6 * rate,
      high: 1.4 * rate,
      exposure: (events / rate) * 36_525_000,
      source: '',
      firstYear: 2024,
      lastYear: 2024,
    };
    return { code, events, rate: { rate, events, dispersion: 1, ...made }, why: undefined };
  };
  const without = (code: string, events: number) => ({
    code,
    events,
    rate: undefined,
    why: { kind: 'before_population', firstYear: 2023 } as const,
  });
  const said = (...regions: Parameters<typeof highestRegionText>[0]) => highestRegionText(regions, voice);
  expect(said(region('ME-15', 8, 90), region('ME-10', 15, 66), region('ME-16', 100, 20))).toBe(
    'Highest rate: Kotor, 66.0 per 100,000 people per year (95% interval 39.6 to 92.4). Kotor had 15 incidents.',
  );
  expect(said(without('ME-16', 297))).toBe(
    'No rates of regions can be compared. Population figures start in 2023, and using a later year’s figure would make the rate wrong. Choose a start date in 2023 or later.',
  );
  expect(said(region('ME-10', 8, 66), without('ME-16', 3))).toBe(
    'No region has the 10 incidents that a comparison of rates needs.',
  );
});

test('what is said of the limits never contradicts what is said of the average', () => {
  const said = (side: 'below' | 'within', isClear: boolean) => funnelText([{ code: 'BA', kind: 'own', side }], isClear, voice);
  expect(said('below', true)).toBe(
    'Bosnia and Herzegovina is below the limits that hold 99.8% of places with the average rate of all locations.',
  );
  expect(said('within', true)).toBe(
    'Bosnia and Herzegovina differs from the average rate of all locations by more than its 95% interval, but is within the limits that hold 99.8% of places with that rate. Among many places, some are this far from it by chance.',
  );
  expect(said('within', false)).toBe('Bosnia and Herzegovina does not clearly differ from the average rate of all locations.');
});
