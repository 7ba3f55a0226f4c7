import { expect, test } from 'vitest';
import type { SidesComparison } from '../judge/compare-sides.ts';
import { ratioText, sideName, sidePlace, sidesFinding, sidesWords, sideWords } from './sides-words.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const noRate = { kind: 'short' } as const;
const summers: SidesComparison = {
  counts: [44, 37],
  change: { kind: 'change', ratio: 44 / 37, low: 0.768, high: 1.841, heaviest: undefined },
  per: 'day',
  rates: [noRate, noRate],
  days: [92, 92],
  exposures: [92, 92],
  notReported: [0, 0],
  mayShare: false,
};
const names = { a: 'in Jun–Aug 2026', b: 'in Jun–Aug 2025' };
const find = (comparison: SidesComparison, called = names) => sidesFinding(comparison, 'incidents', called, voice);

test('the sentence leads: how many, how many more, and whether it could be chance', () => {
  expect(find(summers)).toEqual({
    lead: 'There were 44 incidents in Jun–Aug 2026, 7 more than in Jun–Aug 2025. The difference could be chance.',
    detail: '95% interval: 23% fewer to 84% more.',
    isClear: false,
  });
  expect(sidesWords(summers, voice)).toMatchObject({ verdict: 'No clear difference: +19% (−23% to +84%)', isClear: false });
});

test('a clear difference is said as one', () => {
  const clear = {
    ...summers,
    counts: [20, 60] as const,
    change: { kind: 'change', ratio: 1 / 3, low: 0.2, high: 0.55, heaviest: undefined } as const,
  };
  expect(find(clear)).toMatchObject({ isClear: true, detail: '95% interval: 80% fewer to 45% fewer.' });
  expect(find(clear).lead).toBe(
    'There were 20 incidents in Jun–Aug 2026, 40 fewer than in Jun–Aug 2025. The difference is more than chance would explain.',
  );
});

test('periods of different length are compared per day, and no difference of their counts is said', () => {
  const { lead, detail } = find({ ...summers, days: [92, 365] });
  expect(lead).toBe(
    'There were 44 incidents in Jun–Aug 2026 and 37 incidents in Jun–Aug 2025. Per day, the difference could be chance.',
  );
  expect(detail).toBe('95% interval of the difference per day: 23% fewer to 84% more.');
});

test('places are compared by their rates', () => {
  const rate = (value: number) =>
    ({
      kind: 'rate',
      rate: value,
      low: 1,
      high: 9,
      events: 99,
      exposure: 1,
      source: '',
      firstYear: 2024,
      lastYear: 2024,
      leftOut: [],
    }) as const;
  const places: SidesComparison = { ...summers, per: 'person', rates: [rate(6.8), rate(5.9)] };
  expect(find(places, { a: 'in A (Serbia)', b: 'in B (Kosovo*)' })).toEqual({
    lead: 'There were 6.8 incidents per 100,000 people per year in A (Serbia) and 5.9 in B (Kosovo*). The difference could be chance.',
    detail: '95% interval of the difference in rates: 23% fewer to 84% more. In all, 44 incidents in A and 37 incidents in B.',
    isClear: false,
  });
});

test('why no difference is given is said, and what is not reported is not zero', () => {
  expect(find({ ...summers, counts: [4, 37], change: { kind: 'too_few' } })).toMatchObject({
    lead: 'There were 4 incidents in Jun–Aug 2026, 33 fewer than in Jun–Aug 2025.',
    detail: 'There are too few in A or in B to tell a difference from chance.',
  });
  expect(find({ ...summers, days: undefined, change: { kind: 'data_end', day: '2026-07-31' } }).detail).toBe(
    'No ratio is given: the data ends on 31 Jul 2026, before one of these periods does.',
  );
  expect(find({ ...summers, change: { kind: 'other_data', titles: [['Demo'], []] } }).detail).toBe(
    'No ratio is given, because A and B come from different datasets. Only in A: Demo.',
  );
  const silent = { ...summers, counts: [undefined, 12] as const, change: { kind: 'not_reported' } as const };
  expect(sidesFinding(silent, 'killed', names, voice).lead).toBe('No source gives the number of people killed in A.');
  expect(sidesWords(silent, voice).verdict).toBe('not reported in A');
});

test('what the interval cannot know is said beside it', () => {
  const area = { kind: 'area' } as const;
  const { detail } = find({ ...summers, mayShare: true, notReported: [0.05, 0.3], rates: [area, area] });
  expect(detail).toContain('A and B can have incidents in common');
  expect(detail).toContain('The number of people in A and B is not taken into account.');
  expect(detail).toContain('not reported for 5% of the incidents in A and 30% in B');
});

test('a ratio shows on which side of 1 it is', () => {
  expect([1.04, 0.99, 12.34, 0.05].map((ratio) => ratioText(ratio, voice))).toEqual(['1.04', '0.99', '12.3', '0.050']);
});

test('a period without data is not said to have none, and the same selection not to differ', () => {
  const without = { ...summers, counts: [44, undefined] as const, change: { kind: 'no_data' } as const };
  expect(find(without)).toEqual({
    lead: 'There is no data in Jun–Aug 2025, so nothing is compared.',
    detail: 'There were 44 incidents in Jun–Aug 2026.',
    isClear: false,
  });
  expect(find({ ...without, counts: [undefined, undefined] })).toMatchObject({
    lead: 'There is no data in Jun–Aug 2026 and in Jun–Aug 2025, so nothing is compared.',
    detail: '',
  });
  expect(sidesWords({ ...summers, ...without }, voice).verdict).toBe('no data for B');
  expect(find({ ...summers, change: { kind: 'identical' } })).toEqual({
    lead: 'A and B are the same selection, so there is nothing to compare.',
    detail: 'There were 44 incidents in Jun–Aug 2026.',
    isClear: false,
  });
});

test('a side is called by what is other in it', () => {
  const filter = { country: ['RS'], from: '2025-06-01', to: '2025-08-31' };
  const wording = { voice, datasetTitle: (slug: string) => slug };
  expect(sideWords(filter, ['country'], wording)).toBe('Serbia');
  expect(sideWords(filter, ['from', 'to', 'country'], wording)).toBe('Jun–Aug 2025, Serbia');
  expect(sideWords({}, ['from', 'to', 'country'], wording)).toBe('Period: all, Location: all');
  expect(sideName('a', filter, ['from', 'to'], wording)).toBe('Jun–Aug 2025');
  expect(sideName('b', filter, ['country'], wording)).toBe('B (Serbia)');
  // A region says its location, and a location means all of its regions.
  expect(sideWords({ region: ['MD-BS'] }, ['country', 'region'], wording)).toBe('Basarabeasca');
  expect(sideWords(filter, ['country', 'region'], wording)).toBe('Serbia');
  expect(sideWords({ country: ['RS'] }, ['region'], wording)).toBe('Region: all');
});

test.each([
  [{ from: '2025-06-01', to: '2025-08-31' }, 'in Jun–Aug 2025'],
  [{ from: '2024-02-29', to: '2024-02-29' }, 'on 29 Feb 2024'],
  [{ from: '2024-02-28', to: '2024-03-02' }, 'from 28 Feb 2024 to 2 Mar 2024'],
  [{ from: '2026-12-01' }, 'from 1 Dec 2026'],
  [{ to: '2026-12-01' }, 'up to 1 Dec 2026'],
  [{}, 'at any time'],
])('where or when a side is, is said as a person would: %o', (period, words) => {
  const wording = { voice, datasetTitle: (slug: string) => slug };
  expect(sidePlace('a', { country: ['RS'], ...period }, ['from', 'to'], wording)).toBe(words);
  expect(sidePlace('a', { country: ['RS'], ...period }, ['country'], wording)).toBe('in A (Serbia)');
});
