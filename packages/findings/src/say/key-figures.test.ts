import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import type { FigureChange } from '../judge/change.ts';
import type { SidesComparison } from '../judge/compare-sides.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { keyFigure, rateFigure, datasetNotes } from './key-figures.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const before = { count: 939, baseline: { kind: 'period', from: '2024-06-01', to: '2024-08-31', years: 1 } } as const;
const fewer: FigureChange = { kind: 'change', difference: -0.144, low: -0.222, high: -0.058, before };
const figureOf = (answer: Pick<Summary, 'totals'>, change: FigureChange = fewer) =>
  keyFigure('killed', 'violence', answer, { change }, voice);
const silent = (incidents: number, of: number): Pick<Summary, 'totals'> => {
  const { totals } = madeUpAnswer({ incidents: of, killed: of - incidents });
  return { totals: { ...totals, notReported: { ...totals.notReported, killed: incidents } } };
};

test('a figure has its verdict first, then the earlier number, and the rest behind its sign', () => {
  expect(figureOf(madeUpAnswer({ incidents: 1200, killed: 1004 }))).toMatchObject({
    of: 'killed',
    label: 'killed',
    amounts: [1004],
    values: ['1,004'],
    verdict: '14% fewer',
    isClear: true,
    detail: '939\u00a0a year before (−22%\u00a0to\u00a0−6%)',
    about: 'About this change: killed',
  });
});

test('what no source gives is no zero, and a figure of no incidents says nothing', () => {
  expect(figureOf(silent(12, 12))).toMatchObject({ amounts: [null], values: ['–'], detail: 'not reported', isClear: false });
  expect(figureOf(madeUpAnswer({}))).toEqual({ of: 'killed', label: 'killed', amounts: [null], values: ['–'], isClear: false });
  expect(keyFigure('incidents', 'all', madeUpAnswer({}), { change: { kind: 'no_first_day' } }, voice)).toMatchObject({
    values: ['0'],
  });
});

test('where some sources do not give the number, that is said even if nothing is compared', () => {
  const { verdict, detail, explanation } = figureOf(silent(3, 12), { kind: 'no_first_day' });
  expect([verdict, detail]).toEqual([undefined, 'not reported for some incidents']);
  expect(explanation).toContain('not reported for 3 incidents');
  expect(figureOf(madeUpAnswer({ incidents: 12, killed: 5 }), { kind: 'no_first_day' })).not.toHaveProperty('detail');
});

const comparison: SidesComparison = {
  counts: [44, 37],
  change: { kind: 'change', ratio: 44 / 37, low: 0.768, high: 1.841, heaviest: undefined },
  per: 'day',
  rates: [{ kind: 'short' }, { kind: 'short' }],
  days: [92, 92],
  exposures: [92, 92],
  notReported: [0, 0],
  mayShare: false,
};

test('beside another selection a figure has both numbers, and says how they differ', () => {
  const answer = madeUpAnswer({ incidents: 50, killed: 44 });
  expect(keyFigure('killed', 'violence', answer, { comparison }, voice)).toMatchObject({
    amounts: [44, 37],
    values: ['44', '37'],
    verdict: 'No clear difference: +19% (−23% to +84%)',
    isClear: false,
  });
  expect(keyFigure('killed', 'violence', answer, { comparison: { ...comparison, per: 'person' } }, voice)).toMatchObject({
    detail: 'per 100,000 people',
  });
  const withoutB = { ...comparison, counts: [44, undefined] as const, change: { kind: 'no_data' } as const };
  expect(keyFigure('killed', 'violence', answer, { comparison: withoutB }, voice)).toMatchObject({
    amounts: [44, null],
    values: ['44', '–'],
  });
  const withoutA = { ...withoutB, counts: [undefined, 37] as const };
  expect(keyFigure('killed', 'violence', answer, { comparison: withoutA }, voice)).toMatchObject({
    amounts: [null, 37],
    values: ['–', '37'],
  });
});

test('where there is no rate, the figure says why, and of two selections which has none', () => {
  expect(rateFigure('people killed', { kind: 'short' }, undefined, voice)).toMatchObject({
    of: 'rate',
    amounts: [null],
    values: ['–'],
  });
  const { amounts, values, detail } = rateFigure('people killed', { kind: 'area' }, comparison, voice);
  expect([amounts, values]).toEqual([
    [null, null],
    ['–', '–'],
  ]);
  expect(detail).not.toBe('');
  const rate = {
    kind: 'rate',
    rate: 5.9,
    low: 5,
    high: 7,
    events: 99,
    exposure: 1,
    source: '',
    firstYear: 2024,
    lastYear: 2024,
  } as const;
  const withoutB = { ...comparison, rates: [{ ...rate, leftOut: [] }, { kind: 'no_days' }] as const };
  expect(rateFigure('people killed', withoutB.rates[0], withoutB, voice).detail).toBe('B: no data');
});

test('datasets with suicides among the people killed, and with incidents of several days, are named', () => {
  const dataset = (title: string, killed_includes_suicides: boolean) => ({
    title,
    killed_includes_suicides,
    covers: null,
    from: null,
    to: null,
    coverage: [],
  });
  expect(datasetNotes([dataset('One', false)], voice)).toBeUndefined();
  expect(datasetNotes([dataset('One', true), dataset('Two', true)], voice)).toMatch(/^One and Two: /);
  expect(datasetNotes([dataset('One', false), { ...dataset('Two', false), several_days: 3 }], voice)).toBe(
    'Two: an incident of several days counts on its first day.',
  );
  const days = { from: '2024-01-01', to: '2024-12-31' };
  const overlapping = ['One', 'Two'].map((title) => ({ ...dataset(title, false), ...madeUpDataset(title, { BR: days }) }));
  expect(datasetNotes(overlapping, voice)).toMatch(/^One and Two cover the same places and days/);
});
