import { sayChanges, trendSteps, voiceOf } from '@monitor/findings';
import { expect, test } from 'vitest';
import { englishTexts } from '../i18n/english-texts.ts';
import { trendTable } from './trend-table.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const t = await englishTexts();
const voice = voiceOf('en');

/** Months from January of a year on. */
const months = (counts: number[], isCut = false, firstYear = 2024) =>
  counts.map((incidents, index) => ({
    start: `${firstYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    incidents,
    killed: 0,
    injured: 0,
    ...allReported,
    partial: isCut && index === counts.length - 1,
  }));
const tableOf = (steps: ReturnType<typeof trendSteps>, parts: Parameters<typeof trendTable>[0]['parts'] = []) =>
  trendTable({ steps: sayChanges(steps, voice), parts, interval: 'month', measure: 'incidents' }, t, voice);

test('the table speaks only of what is drawn', () => {
  const table = tableOf(trendSteps(months([4, 2], true), 'month', 'incidents', undefined));
  expect(table.columns.map((column) => column.label)).toEqual(['Month', 'Incidents', 'Note']);
  expect(table.rows[1]?.map((cell) => cell.text)).toEqual(['February 2024', '2', 'incomplete']);
});

test('where months have different numbers of earlier years, both are named', () => {
  const series = months(Array<number>(48).fill(100), false, 2020);
  const { columns } = tableOf(trendSteps(series.slice(24), 'month', 'incidents', series));
  expect(columns.map(({ label }) => label).slice(2)).toEqual([
    'a year before',
    'Lowest in the previous 2–3 years',
    'Highest in the previous 2–3 years',
  ]);
});

test('it says who begins, and a step without data has no number', () => {
  const first = { slug: 'a', title: 'First', from: '2024-02-01', to: '2024-03-31' };
  const datasets = [first, { ...first, slug: 'b', title: 'Second', from: '2024-03-01' }];
  const { rows } = tableOf(trendSteps(months([0, 7, 9]), 'month', 'incidents', undefined, datasets));
  expect(rows.map((row) => row.at(-1)?.value)).toEqual(['no data', 'First starts on 1 Feb 2024', 'Second starts on 1 Mar 2024']);
  expect(rows[0]?.map((cell) => cell.text)).toEqual(['January 2024', '–', 'no data']);
  expect(rows[0]?.[1]?.value).toBeNull();
});

test('lines side by side have columns', () => {
  const parts = [
    { value: 'RS', name: 'Serbia', counts: [7, 4, 3] },
    { value: 'XK', name: 'Kosovo*', counts: [3, 8, 6] },
  ];
  const { columns, rows } = tableOf(trendSteps(months([10, 12, 9]), 'month', 'incidents', undefined), parts);
  expect(columns.map(({ label }) => label)).toEqual(['Month', 'Incidents', 'Serbia', 'Kosovo*']);
  expect(rows[1]?.map(({ value }) => value)).toEqual(['2024-02-01', 12, 4, 8]);
});

test('a step that no incident gives a number for has none in the table and its file, and says why', () => {
  const [never, sometimes] = months([4, 2]).map((point) => ({ ...point, notReported: { killed: point.incidents, injured: 1 } }));
  const steps = (measure: 'killed' | 'injured') =>
    sayChanges(trendSteps([never!, { ...sometimes!, injured: 3 }], 'month', measure, undefined), voice);
  const table = (measure: 'killed' | 'injured') =>
    trendTable({ steps: steps(measure), parts: [], interval: 'month', measure }, t, voice);
  expect(
    table('killed')
      .rows[0]!.slice(1)
      .map(({ text, value }) => [text, value]),
  ).toEqual([
    ['–', null],
    ['not reported', 'not reported'],
  ]);
  expect(
    table('injured')
      .rows[1]!.slice(1)
      .map(({ text }) => text),
  ).toEqual(['3', 'not reported for 1 incident']);
});
