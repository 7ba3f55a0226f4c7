import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { splitTitle, splitVerdicts } from '../say/split-words.ts';
import { voiceOf } from '../say/voice.ts';
import type { NotableChanges } from './notable-changes.ts';
import { splitChanges } from './split-changes.ts';
import { splitRequest } from './trend-split.ts';

const voice = voiceOf('en');
const period = { from: '2025-01-01', to: '2025-12-31' };
const before = { from: '2024-01-01', to: '2024-12-31' };
const covered = { from: '2023-01-01', to: '2025-12-31' };
const datasets = [madeUpDataset('demo', { XK: covered, RS: covered, AL: covered })];

function answerOf(parts: Readonly<Record<string, readonly [now: number, before: number]>>): Summary {
  const totals = (incidents: number) => madeUpAnswer({ incidents }).totals;
  const sum = (at: 0 | 1) => Object.values(parts).reduce((all, counts) => all + counts[at], 0);
  return {
    datasetVersion: 1,
    period,
    totals: totals(sum(0)),
    comparison: { ...before, rule: 'year_earlier', totals: totals(sum(1)) },
    series: {
      interval: 'month',
      points: [],
      parts: Object.entries(parts).map(([value, [now, earlier]]) => ({
        value,
        points: [],
        totals: totals(now),
        comparison: totals(earlier),
      })),
    },
    facets: {},
  };
}

function said(
  parts: Parameters<typeof answerOf>[0],
  {
    unit = 'rate',
    split = 'country',
    family,
    isUneven = false,
  }: { unit?: 'rate' | 'count'; split?: 'country' | 'type'; family?: NotableChanges; isUneven?: boolean } = {},
) {
  const request = splitRequest({ type: ['public_dispute'] }, 'incidents', split)!;
  const answer = answerOf(parts);
  const changes = splitChanges(request, period, { answer, ofLocations: answer }, datasets, family);
  const all = { count: answer.totals.incidents, change: { kind: 'no_earlier_data' as const }, filter: period };
  const names = { name: 'Violent incidents', many: 'violent incidents' };
  const words = {
    request,
    changes,
    unit,
    measure: 'incidents' as const,
    ...names,
    period,
    when: 'in the last 12 months',
    all,
    undescribed: 0,
    isUneven,
  };
  return { changes, title: splitTitle(words, voice), verdicts: splitVerdicts(words, voice)! };
}

test('the title says where the rate is highest and lowest, and what it is there, and that nothing changed', () => {
  const { changes, title } = said({ RS: [220, 230], XK: [480, 470], AL: [200, 205] });
  expect(changes.parts.map(({ value }) => value)).toEqual(['XK', 'AL', 'RS']);
  expect(title).toBe(
    'The rate in the last 12 months was highest in Kosovo* (30.1 per 100,000 people per year) and lowest in Serbia (3.3); no location changed clearly',
  );
});

test('rates that chance could make of each other have no highest and lowest', () => {
  expect(said({ XK: [12, 14], AL: [16, 15] }).title).toBe(
    'Violent incidents by location in the last 12 months; no location changed clearly',
  );
});

test('where datasets begin or end within the period, no place is said to have the highest rate of all of it', () => {
  expect(said({ RS: [220, 230], XK: [480, 470], AL: [200, 205] }, { isUneven: true }).title).toMatch(
    /^Violent incidents by location in /,
  );
});

test('counts name the largest part; what cannot be compared has no verdict', () => {
  expect(said({ RS: [220, 100], XK: [480, 470] }, { unit: 'count' }).title).toBe(
    'Kosovo* had the most violent incidents in the last 12 months (480 of 700); Serbia changed clearly',
  );
  const { title, verdicts } = said({ public_dispute: [3, 2] }, { unit: 'count', split: 'type' });
  // A single part has all.
  expect(title).toBe('Violent incidents by type in the last 12 months');
  expect(verdicts.title).toBe('No type can be compared with an earlier period');
  const titleOf = (parts: Parameters<typeof answerOf>[0]) => said(parts, { unit: 'count', split: 'type' }).title;
  expect(titleOf({ suicide: [60, 60], not_reported: [90, 90] })).toMatch(/: Suicide \(60 of 150; not reported for 90\);/);
  expect(titleOf({ suicide: [60, 60], public_dispute: [58, 58] })).toMatch(/^Violent incidents by type in /);
});

test('a part that nobody is counted in, then or now, has no row', () => {
  expect(said({ RS: [0, 0], XK: [480, 470] }).verdicts.rows.map(({ name }) => name)).toEqual(['Kosovo*', 'All together']);
  expect(said({ RS: [0, 0], XK: [0, 0] }).verdicts).toBeUndefined();
});

test('a change that is clear alone, but not among all comparisons of the page, is marked and not called clear', () => {
  const alone = said({ RS: [211, 254], XK: [448, 490] });
  const row = alone.changes.parts.find(({ value }) => value === 'RS')!;
  const family: NotableChanges = {
    clear: [],
    driven: [],
    none: [],
    chance: [{ ...compared('RS'), evidence: 'chance' }, compared('XK')],
  };
  const among = said({ RS: [160, 230], XK: [448, 490] }, { family });
  expect(row.evidence).toBe('chance');
  const [, serbia, all] = among.verdicts.rows;
  expect(serbia).toMatchObject({ name: 'Serbia', isMarked: true, isClear: false });
  expect(serbia!.verdict).toMatch(/^No clear change \(−\d+% to −\d+%\)$/);
  expect(among.verdicts.note).toBe('† The interval excludes “no change”, but with 2 comparisons this may be due to chance.');
  expect(among.title).toMatch(/; no location changed clearly$/);
  expect(all).toMatchObject({ name: 'All together', count: 608 });
});

function compared(place: string): NotableChanges['chance'][number] {
  const shared = {
    kind: 'chosen',
    measure: 'incidents',
    count: 1,
    notReported: 0,
    before: undefined,
    difference: undefined,
    p: 1,
  } as const;
  return { ...shared, place, change: { kind: 'no_earlier_data' }, evidence: 'chance', without: undefined, filter: {} };
}
