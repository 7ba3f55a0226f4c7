import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
import { placePage } from './place.ts';

const dataset = madeUpDataset('made-up', { MD: { from: '2014-01-01', to: '2026-12-01' } });
const period = { from: '2026-01-01', to: '2026-12-31' };
const answer = (incidents: number, killed: number): Summary => ({
  datasetVersion: 1,
  period,
  comparison: null,
  series: { interval: 'month', points: [] },
  ...madeUpAnswer(
    { incidents, killed },
    { country: [counted('MD', { incidents, killed })], region: [counted('MD-CU', { incidents, killed })], type: [], weapon: [] },
  ),
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

test('the only location is compared with no other, nor with itself', () => {
  const input = { choices: { place: 'MD' }, datasets: [dataset], publisher: 'Made up', licence: undefined, filter: period };
  const answers = { found: undefined, main: answer(300, 9), everywhere: answer(300, 9) };
  const page = placePage.say(input, answers, voiceOf('en'));
  const [incidents] = page?.figures?.findings ?? [];
  expect(incidents?.average).toMatchObject({ alone: true, isClear: false });
  expect(incidents?.average.text).toMatch(/^\d.*The data is about no other location\.$/);
  expect(page?.lead).not.toContain('average');
  expect(page?.figures?.types.rows.filter(({ usual }) => usual !== undefined)).toEqual([]);
});

test('seizures that no dataset of the place records are not zero', () => {
  const ever = (slug: string) => ({ ...answer(1, 0), facets: { dataset: [counted(slug, { incidents: 1 })] } });
  const names = (slug: string) => {
    const input = { choices: { place: 'MD' }, datasets: [dataset], publisher: 'Made up', licence: undefined, filter: period };
    const answers = {
      found: undefined,
      main: answer(300, 9),
      everywhere: answer(300, 9),
      seizures: answer(0, 0),
      seizuresRecorded: ever(slug),
    };
    return placePage.say(input, answers, voiceOf('en'))?.figures?.findings.map(({ name }) => name);
  };
  expect(names('made-up')).toContain('weapon_seizure');
  expect(names('other')).not.toContain('weapon_seizure');
});

test('a place whose data ended opens on its own last twelve months, whose days its links carry', () => {
  const ended = madeUpDataset('ended', { UA: { from: '2020-01-01', to: '2026-01-31' } });
  const given = { filter: {}, datasets: [dataset, ended], publisher: 'Made up', licence: undefined };
  const own = { from: '2025-02-01', to: '2026-01-31' };
  for (const place of ['UA', 'UA-14']) {
    const input = { ...given, choices: { place } };
    expect(placePage.questions(input, {})?.main?.summary.filter).toMatchObject(own);
    const quiet = { ...answer(0, 0), period: own };
    const page = placePage.say(input, { found: undefined, main: quiet, everywhere: quiet }, voiceOf('en'));
    expect(page).toMatchObject({ period: own, coverage: { from: '2020-01-01', to: '2026-01-31' } });
    expect(page?.query).toContain('from=2025-02-01&');
    expect(page?.lead.replaceAll('\u00a0', ' ')).toMatch(/ recorded no violent incidents in the 12 months to 31 Jan 2026\.$/);
  }
  const chosen = { ...given, filter: period, choices: { place: 'UA' } };
  expect(placePage.questions(chosen, {})?.main?.summary.filter).toMatchObject(period);
  const other = { ...given, choices: { place: 'MD' } };
  expect(placePage.questions(other, {})?.main?.summary.filter).toMatchObject({ from: '2025-12-01', to: '2026-11-30' });
});
