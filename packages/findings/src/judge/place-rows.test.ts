import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { locationRows } from './place-rows.ts';

const all = { from: '2020-01-01', to: '2025-12-31' };
const last = { from: '2025-01-01', to: '2025-12-31' };

test('a place without an incident in the period has earlier data, or data that has ended', () => {
  const base = { datasetVersion: 1, comparison: null };
  const points = (incidents: number) => [{ start: '2024-03-01', incidents, killed: 0, injured: 0, partial: false }];
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
