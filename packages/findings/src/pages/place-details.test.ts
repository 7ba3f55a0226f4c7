import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
import { placeDetailsPage } from './place-details.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const dataset = madeUpDataset('made-up', { ME: { from: '2014-01-01', to: '2026-10-31' } });
const day = { from: '2026-03-03', to: '2026-03-03' };
const { totals, facets } = madeUpAnswer({ incidents: 1 });
const main: Summary = {
  datasetVersion: 1,
  period: day,
  totals: { ...totals, withoutPoint: 1 },
  comparison: null,
  series: { interval: 'day', points: [] },
  facets,
};
const input = { filter: day, choices: { place: 'ME' }, datasets: [dataset], publisher: 'Made up', licence: undefined };

test('of one incident outside settlements, no settlement has most, and its place is said in the singular', () => {
  const ranking = (elsewhere: number, inSettlements: number) => ({
    datasetVersion: 1,
    settlements: [],
    inSettlements: {
      settlements: inSettlements,
      incidents: inSettlements,
      amount: inSettlements,
      killed: 0,
      injured: 0,
      ...allReported,
    },
    elsewhere: { incidents: elsewhere, amount: elsewhere, killed: 0, injured: 0, ...allReported },
  });
  const answers = { found: undefined, main, settlements: ranking(1, 0), before: ranking(0, 2) };
  const { settlements, quality } = placeDetailsPage.say(input, answers, voiceOf('en')) ?? {};
  expect(settlements?.reading).toBe('No incidents name a settlement.');
  expect(quality?.reading).toBe('0 of 1 incident is on the map.');
});

test('people who are described but not selected are not said to be not described', () => {
  const killed = { ...main, totals: { ...main.totals, killed: 4 } };
  const notes = (filter: object) =>
    placeDetailsPage.say({ ...input, filter: { ...day, ...filter } }, { found: undefined, main: killed }, voiceOf('en'))?.people
      .notes;
  expect(notes({})).toEqual(['4 people killed or injured are not described and are not shown.']);
  expect(notes({ victim_sex: ['woman'] })).toEqual([
    '4 other people killed or injured in these incidents do not match the filter or are not described, and are not shown.',
  ]);
});

test('a year before is not asked for where the data ends within the period, as the findings do not compare it', () => {
  const asked = (to: string) => {
    const period = { from: '2025-11-01', to };
    const comparison = { rule: 'year_earlier', from: '2024-11-01', to: '2025-10-31', totals: main.totals } as const;
    const known = { main: { ...main, period, comparison } };
    return placeDetailsPage.questions({ ...input, filter: period }, known)?.before;
  };
  expect(asked('2026-10-31')).toBeDefined();
  expect(asked('2027-06-30')).toBeUndefined();
});

test('settlements of the year before alone are not said to be 0 others, and without incidents none are listed', () => {
  const ranking = (incidents: number) => ({
    datasetVersion: 1,
    settlements: [],
    inSettlements: { settlements: incidents, incidents: incidents, amount: incidents, killed: 0, injured: 0, ...allReported },
    elsewhere: { incidents: 0, amount: 0, killed: 0, injured: 0, ...allReported },
  });
  const elsewhere = { ...ranking(0), elsewhere: { incidents: 1, amount: 1, killed: 0, injured: 0, ...allReported } };
  const said = (now: ReturnType<typeof ranking>) =>
    placeDetailsPage.say(input, { found: undefined, main, settlements: now, before: ranking(3) }, voiceOf('en'))?.settlements;
  expect(said(elsewhere)?.rows.map(({ label, before }) => [label, before])).toEqual([
    ['Others (a year before only)', 3],
    ['Not reported', 0],
  ]);
  expect(said(ranking(0))).toBeUndefined();
});
