import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { locationRows } from './place-rows.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const all = { from: '2020-01-01', to: '2025-12-31' };
const last = { from: '2025-01-01', to: '2025-12-31' };

test('a place without an incident in the period has earlier data, or data that has ended', () => {
  const base = { datasetVersion: 1, comparison: null };
  const points = (incidents: number) => [{ start: '2024-03-01', incidents, killed: 0, injured: 0, ...allReported, partial: false }];
  const comparison = { from: '2024-01-01', to: '2024-12-31', rule: 'year_earlier', ...madeUpAnswer({}) } as const;
  const datasets = [madeUpDataset('demo', { AL: all }), madeUpDataset('ended', { UA: { from: all.from, to: '2021-12-25' } })];
  const rows = locationRows(
    {
      main: {
        filter: last,
        answer: { ...base, ...madeUpAnswer({}), comparison, period: last, series: { interval: 'month', points: [], parts: [] } },
      },
      seizures: undefined,
      past: {
        ...base,
        ...madeUpAnswer({}),
        period: all,
        series: { interval: 'month', points: [], parts: [{ value: 'AL', points: points(3) }] },
      },
      datasets,
      concerned: datasets,
    },
    ['AL', 'UA'],
  );
  expect(rows.map(({ change }) => change)).toMatchObject([
    { kind: 'too_few', before: { count: 3 } },
    { kind: 'data_end', day: '2021-12-25' },
  ]);
});

test('the rates by year of a place that other datasets cover since are broken there', () => {
  const base = { datasetVersion: 1, comparison: null, ...madeUpAnswer({}) };
  const [early, late] = [
    { from: all.from, to: '2022-12-31' },
    { from: '2023-01-01', to: all.to },
  ];
  const datasets = [madeUpDataset('early', { AL: early, RS: all }), madeUpDataset('late', { AL: late })];
  const points = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => ({
    start: `${year}-03-01`,
    incidents: year < 2023 ? 40 : 400,
    killed: 0,
    injured: 0,
    ...allReported,
    partial: false,
  }));
  const parts = ['AL', 'RS'].map((value) => ({ value, points }));
  const series = { interval: 'month' as const, points: [], parts };
  const rows = locationRows(
    {
      main: { filter: last, answer: { ...base, period: last, series: { ...series, parts: [] } } },
      seizures: undefined,
      past: { ...base, period: all, series },
      datasets,
      concerned: datasets,
    },
    ['AL', 'RS'],
  );
  expect(rows.map(({ past }) => past?.length)).toEqual([6, 6]);
  expect(rows.map(({ breaks }) => breaks.map(({ at, changes }) => [at, changes.map(({ kind }) => kind)]))).toEqual([
    [[3, ['ends', 'begins']]],
    [],
  ]);
});
