import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import type { Dataset } from '../judge/dataset-coverage.ts';
import { voiceOf } from '../say/voice.ts';
import { placePage } from './place.ts';

const dataset: Dataset = {
  slug: 'made-up',
  title: 'Made-up data',
  description: 'For tests.',
  synthetic: true,
  killed_includes_suicides: false,
  licence: 'CC0-1.0',
  licence_url: null,
  attribution: 'Nobody',
  url: null,
  incidents: 1,
  from: '2014-01-01',
  to: '2026-12-01',
  bbox: null,
  countries: ['MD'],
  coverage: [{ country: 'MD', incidents: 1, from: '2014-01-01', to: '2026-12-01' }],
  updated_at: null,
};
const none = { squares: 0, largest: [0, 0] } as const;
const period = { from: '2026-01-01', to: '2026-12-31' };
const answer = (incidents: number, killed: number): Summary => ({
  datasetVersion: 1,
  period,
  totals: {
    incidents,
    killed,
    injured: 0,
    threatened: 0,
    suicides: 0,
    withoutPoint: 0,
    dispersion: { weeks: 0, squares: 0, sums: 0 },
    notReported: { killed: 0, injured: 0, threatened: 0, suicides: 0 },
    clustering: { killed: none, injured: none },
  },
  comparison: null,
  series: { interval: 'month', points: [] },
  facets: {
    country: [{ value: 'MD', incidents, killed, injured: 0 }],
    region: [{ value: 'MD-CU', incidents, killed, injured: 0 }],
    type: [],
    weapon: [],
  },
});

/** The region of Soroca of a location with 300 incidents, in which 9 people were killed. */
const said = (own: Summary, filter: object = {}) => {
  const input = { choices: { place: 'MD-SO' }, datasets: [dataset], publisher: 'Made up', licence: undefined };
  const answers = { found: undefined, main: own, everywhere: answer(300, 9) };
  return placePage.say({ ...input, filter: { ...period, ...filter } }, answers, voiceOf('en'));
};

test('the period is that of the days with data', () => {
  expect(said(answer(12, 0))?.period).toEqual({ from: '2026-01-01', to: '2026-12-01' });
});

test('where the location of a region has too few to compare, it is not said of the region', () => {
  const [incidents, killed] = said(answer(12, 0))?.figures?.findings ?? [];
  expect(incidents?.average.verdict).toBeDefined();
  expect(killed?.average.text).toBe('Not compared. In all of Moldova, fewer than 10 were recorded.');
});

test('the lead of a filter that selects only some incidents says so', () => {
  expect(said(answer(0, 0), { q: 'x' })?.lead.replaceAll('\u00a0', ' ')).toBe(
    'Soroca recorded no violent incidents that match the filter during 1 Jan – 1 Dec 2026.',
  );
});

test('a place without an incident is among all places, at a rate of zero, and no rate is hollow where there is none', () => {
  const { funnel, regions } = said(answer(0, 0))?.figures ?? {};
  expect(funnel?.plot?.places.find(({ kind }) => kind === 'own')).toMatchObject({ code: 'MD-SO', events: 0, rate: 0 });
  expect(regions?.notes.some((note) => note.startsWith('Hollow dots'))).toBe(true);
  expect(said(answer(0, 0), { q: 'x' })?.figures?.regions?.notes.some((note) => note.startsWith('Hollow dots'))).toBe(false);
});
