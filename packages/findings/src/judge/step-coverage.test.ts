import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { lineBreaks, stepCoverage, withinCoverage } from './step-coverage.ts';

const long = { slug: 'demo', title: 'Demo', from: '2014-01-01', to: '2018-12-31' };
const year = { slug: 'gva', title: 'Archive', from: '2017-01-01', to: '2017-12-31' };
const years = ['2016-01-01', '2017-01-01', '2018-01-01', '2019-01-01'];

test('steps that the same datasets hold are alike, and a change names who begins and who ends', () => {
  const coverage = stepCoverage(years, 'year', [long, year]);
  expect(coverage.map(({ key }) => key)).toEqual(['demo', 'demo,gva', 'demo', '']);
  expect(coverage.map(({ changes }) => changes)).toEqual([
    [],
    [{ kind: 'begins', title: 'Archive', day: '2017-01-01' }],
    [{ kind: 'ends', title: 'Archive', day: '2017-12-31' }],
    [{ kind: 'ends', title: 'Demo', day: '2018-12-31' }],
  ]);
  expect(coverage.some(({ cut }) => cut)).toBe(false);
});

test('a step within which a dataset begins or ends is cut', () => {
  const coverage = stepCoverage(years, 'year', [
    { ...long, to: '2018-10-31' },
    { ...year, from: '2017-01-02' },
  ]);
  expect(coverage.map(({ cut }) => cut)).toEqual([false, true, true, false]);
});

test('where nothing is known of the datasets all steps are alike', () => {
  expect(stepCoverage(['2016-01-01'], 'year', [])).toEqual([{ key: 'unknown', cut: false, changes: [] }]);
});

test('nothing calculated from a series looks across a change', () => {
  const sums = withinCoverage([1, 2, 30, 4], ['a', 'a', 'b', 'a'], (values) =>
    values.map((_, at) => values.slice(0, at + 1).reduce<number>((sum, value) => sum + (value ?? 0), 0)),
  );
  expect(sums).toEqual([1, 3, 30, 7]);
});

test('a line through the rates of a location is broken where a dataset of it begins or ends, between years with a rate', () => {
  const [before, after] = [
    { from: '2014-01-01', to: '2017-12-31' },
    { from: '2018-01-01', to: '2020-12-31' },
  ];
  const datasets = [
    madeUpDataset('one', { RS: before, AL: before }),
    madeUpDataset('two', { RS: after }),
    madeUpDataset('other', { ME: after }),
  ];
  const of = (code: string, rates: (number | null)[]) =>
    lineBreaks(
      code,
      rates.map((_, at) => ({ from: `${2014 + at}-01-01`, to: `${2014 + at}-12-31` })),
      rates,
      datasets,
    );
  expect(of('RS', [1, 1, 1, 1, 9, 9, 9])).toEqual([
    {
      at: 4,
      changes: [
        { kind: 'ends', title: 'one', day: '2017-12-31' },
        { kind: 'begins', title: 'two', day: '2018-01-01' },
      ],
    },
  ]);
  expect(of('RS', [null, null, null, null, 9, 9, 9])).toEqual([]);
  expect(of('AL', [1, 1, 1, 1, null, null, null])).toEqual([]);
  expect(of('ME', [null, null, null, null, 9, 9, 9])).toEqual([]);
});
