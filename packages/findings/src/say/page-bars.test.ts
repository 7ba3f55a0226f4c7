import { population } from '@monitor/geography';
import { expect, test } from 'vitest';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import type { Measure } from '@monitor/domain';
import { compareSides, type Side } from '../judge/compare-sides.ts';
import { countBars, rateBars } from './page-bars.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const period = { from: '2024-01-01', to: '2024-12-31' };
const datasets = [madeUpDataset('demo', { AL: period, RS: period, XK: period })];

function side(counts: Readonly<Record<string, number>>, filter: Side['filter'] = {}): Side {
  const incidents = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const values = Object.entries(counts).map(([value, count]) => counted(value, { incidents: count }));
  const facets = { dataset: [counted('demo', { incidents })], country: values, type: values };
  return { filter: { ...period, ...filter }, summary: { period, ...madeUpAnswer({ incidents }, facets) }, datasets };
}
const input = (a: Side) => ({ a, measure: 'incidents' as const, datasets });

test('counts are most first, with a sentence on the largest', () => {
  const { bars, reading, notes } = countBars('country', input(side({ AL: 30, RS: 70 })), voice);
  expect(bars.map(({ value, name, amounts }) => [value, name, amounts])).toEqual([
    ['RS', 'Serbia', [70]],
    ['AL', 'Albania', [30]],
  ]);
  expect(reading).toBe('Serbia has the most: 70 of 100 incidents (70%).');
  expect(notes).toEqual([]);
});

test('a named group of values is read as a view of all, other values as a selection', () => {
  const counts = { suicide: 20, public_dispute: 60 };
  expect(countBars('type', input(side(counts, { type: ['suicide', 'public_dispute'] })), voice).reading).toMatch(
    /^Of the two selected, /,
  );
});

test('rates have their interval, and what has none is named with its reason', () => {
  const { bars, reading, without } = rateBars('country', input(side({ AL: 300, RS: 4 })), voice);
  expect(bars.map(({ value }) => value)).toEqual(['AL']);
  const [{ amounts, low = 0, high = 0 }] = bars as [(typeof bars)[number]];
  expect(low).toBeLessThan(amounts[0]!);
  expect(high).toBeGreaterThan(amounts[0]!);
  expect(reading).toContain('Albania');
  expect(without).toMatchObject([{ name: 'Serbia', why: 'too few for a rate' }]);
});

test('the rate of a place is the same whichever place is selected, whose data has other days', () => {
  const long = { from: '2015-01-01', to: '2024-12-31' };
  const of = [madeUpDataset('long', { AL: long }), madeUpDataset('short', { UA: period })];
  const ratesOf = (country: string[] | undefined, own: typeof period) => {
    const { summary } = side({ AL: 300, UA: 90 });
    const a = { filter: country ? { country } : {}, summary: { ...summary, period: own }, datasets: of };
    return rateBars('country', { ...input(a), datasets: of }, voice).bars.map(({ value, amounts }) => [value, amounts[0]]);
  };
  const rates = ratesOf(undefined, long);
  expect(rates).toHaveLength(2);
  expect(ratesOf(['UA'], period)).toEqual(rates);
});

test('where there can be no rate, the sentence says why', () => {
  const { bars, reading } = rateBars('country', input(side({ AL: 300 }, { q: 'market' })), voice);
  expect(bars).toEqual([]);
  expect(reading).not.toBe('');
});

test('a place without a rate on one side is not said to be left out there, and one that is left out has none', () => {
  const [a, b] = [side({ AL: 300, RS: 200 }), side({ AL: 300, RS: 4 }, { weapon: ['handgun'] })];
  const noteOf = (other: Side) => {
    const comparison = compareSides(a, other, 'incidents', population);
    const { bars } = rateBars('country', { ...input(a), b: other, comparison }, voice);
    return bars.find(({ value }) => value === 'RS')?.note;
  };
  expect(noteOf(b)).toBe('no rate in B');
  expect(noteOf(side({ AL: 300, RS: 200 }, { country: ['AL'] }))).toBe('not in B');
});

test('why two selections are not compared is said of both, and of no value that it is left out', () => {
  const of = (a: Side, b: Side, measure: Measure = 'incidents') => {
    const compared = { ...input(a), b, measure, comparison: compareSides(a, b, measure, population) };
    return [countBars('country', compared, voice), rateBars('country', compared, voice)].map(({ reading, bars, notes }) => [
      reading,
      ...new Set(bars.map(({ note }) => note)),
      ...notes,
    ]);
  };
  const a = side({ AL: 300, RS: 200 });
  expect(of(a, a).map((said) => said.slice(0, 2))).toEqual(
    [0, 1].map(() => ['A and B are the same selection, so there is nothing to compare.', 'the same selection']),
  );
  const year = { from: '2027-01-01', to: '2027-12-31' };
  const none = side({}, year);
  const later = { ...none, summary: { ...none.summary, period: year } };
  expect(of(a, later).map((said) => said.slice(0, 2))).toEqual(
    [0, 1].map(() => ['There is no data in B, so nothing is compared.', 'no data for B']),
  );
  expect(of(a, side({ AL: 30 }, { weapon: ['handgun'] }), 'killed')[0]).toEqual(['No people recorded as killed.']);
});

test('two selections are side by side, with the ratio of each value or why there is none', () => {
  const [a, b] = [side({ AL: 90, RS: 3 }), side({ AL: 30, RS: 2 }, { weapon: ['handgun'] })];
  const comparison = compareSides(a, b, 'incidents', population);
  const { bars, reading, notes } = countBars('country', { ...input(a), b, comparison }, voice);
  expect(bars.map(({ value, amounts, isClear }) => [value, amounts, isClear])).toEqual([
    ['AL', [90, 30], true],
    ['RS', [3, 2], false],
  ]);
  expect(bars[0]?.ratio?.ratio).toBeCloseTo(3);
  expect(bars[1]).toMatchObject({ note: 'too few to compare' });
  expect(reading).toContain('Albania');
  expect(notes).toHaveLength(1);
});

test('a value whose incidents do not give the number is named as such, and nothing is said to be none', () => {
  const value = (code: string, injured: number, missing: number) =>
    counted(code, { incidents: 9, injured, notReported: { injured: missing } });
  const said = (...country: ReturnType<typeof counted>[]) => {
    const [injured, missing] = [
      country.reduce((sum, one) => sum + one.injured, 0),
      country.filter((one) => one.notReported.injured > 0),
    ];
    const { totals } = madeUpAnswer({ incidents: 9 * country.length, injured });
    const notReported = { ...totals.notReported, injured: 9 * missing.length };
    const summary = { period, totals: { ...totals, notReported }, facets: { country } };
    return countBars('country', { a: { filter: period, summary, datasets }, measure: 'injured', datasets }, voice);
  };
  expect(said(value('RS', 40, 0), value('AL', 0, 9)).notes).toEqual(['The number of people injured is not reported for Albania.']);
  expect(said(value('RS', 40, 0), value('AL', 0, 0)).notes).toEqual([]);
  expect(said(value('AL', 0, 9))).toMatchObject({ reading: 'The number of people injured is not reported', notes: [] });
});
