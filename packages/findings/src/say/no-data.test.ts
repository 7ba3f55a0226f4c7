import { expect, test } from 'vitest';
import { noDataOf, noDataText } from './no-data.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const covered = { from: '2014-01-01', to: '2026-11-27' };
const said = (...[names, period, days]: [string[], object, typeof covered | undefined]) =>
  noDataText(names, period, days, voice).replaceAll('\u00a0', ' ');

test('names the places and the days of which nothing is known, and those of which something is', () => {
  const year = { from: '1999-01-01', to: '1999-12-31' };
  expect(said(['Serbia'], year, covered)).toBe('There is no data about Serbia in 1999. The data covers 1 Jan 2014 to 27 Nov 2026.');
  expect(said(['Serbia'], { from: '1999-12-01', to: '2000-11-30' }, covered)).toMatch('Serbia in Dec 1999 – Nov 2000. The');
  expect(said(['Serbia'], { from: '2099-01-01' }, covered)).toMatch('There is no data about Serbia from 1 Jan 2099. The');
  expect(said(['Serbia', 'Albania'], { to: '1999-12-31' }, covered)).toMatch('about Serbia or Albania up to 31 Dec 1999. The');
  expect(said([], { from: '1999-05-01', to: '1999-05-01' }, covered)).toMatch(
    'There is no data on 1 May 1999. The data covers 1 Jan',
  );
  expect(said(['Ukraine'], year, undefined)).toBe('There is no data about Ukraine.');
  expect(said([], {}, undefined)).toBe('There is no data yet.');
});

test('is not said where the data has a day of one of the places', () => {
  const coverage = [
    { country: 'RS', incidents: 90, from: '2020-01-01', to: '2024-12-31' },
    { country: 'AL', incidents: 9, from: '2023-01-01', to: '2024-12-31' },
  ];
  const datasets = [{ slug: 'a', from: '2020-01-01', to: '2024-12-31', coverage }] as unknown as Parameters<typeof noDataOf>[1];
  const of = (filter: Parameters<typeof noDataOf>[0]) => noDataOf(filter, datasets, voice)?.replaceAll('\u00a0', ' ');
  expect(of({})).toBeUndefined();
  expect(of({ country: ['AL', 'UA'], from: '2024-12-31' })).toBeUndefined();
  expect(of({ country: ['AL', 'RS'], to: '2022-12-31' })).toBeUndefined();
  expect(of({ country: ['AL'], to: '2022-12-31' })).toBe(
    'There is no data about Albania up to 31 Dec 2022. The data covers 1 Jan 2023 to 31 Dec 2024.',
  );
  expect(of({ region: ['AL-11'], from: '2025-01-01' })).toMatch(/^There is no data about Tiranë from/);
  expect(of({ country: ['RS'], dataset: ['b'] })).toBe('There is no data about Serbia.');
});
