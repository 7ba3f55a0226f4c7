import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { allPlacesRow } from './all-places-row.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const all = { from: '2020-01-01', to: '2025-12-31' };
const last = { from: '2025-01-01', to: '2025-12-31' };

/** Twenty incidents a month in Albania, and in Ukraine as long as there is data of it. */
function pastWith(untilOfUkraine: string) {
  const datasets = [madeUpDataset('demo', { AL: all }), madeUpDataset('ucdp', { UA: { from: all.from, to: untilOfUkraine } })];
  const starts = Array.from(
    { length: 72 },
    (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
  );
  const points = (to: string) =>
    starts.map((start) => ({ start, incidents: start <= to ? 20 : 0, killed: 0, injured: 0, ...allReported, partial: false }));
  const base = { datasetVersion: 1, comparison: null };
  const facets = { country: [{ value: 'AL', incidents: 240, killed: 0, injured: 0, ...allReported }] };
  const series = {
    interval: 'month' as const,
    points: [],
    parts: [
      { value: 'AL', points: points(all.to) },
      { value: 'UA', points: points(untilOfUkraine) },
    ],
  };
  return allPlacesRow(
    {
      main: { filter: last, answer: { ...base, ...madeUpAnswer({ incidents: 240 }, facets), period: last, series } },
      seizures: undefined,
      past: { ...base, ...madeUpAnswer({}), period: all, series },
      datasets,
      concerned: datasets,
    },
    last,
  ).past?.map((rate) => rate !== undefined);
}

test('the rates of all locations by year are of years with the same locations alone', () => {
  expect(pastWith('2022-12-31')).toEqual([false, false, false, true, true, true]);
  expect(pastWith('2025-12-31')).toEqual([true, true, true, true, true, true]);
});
