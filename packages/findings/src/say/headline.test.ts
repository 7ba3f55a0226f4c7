import type { HomeGroup } from '@monitor/contract';
import { expect, test } from 'vitest';
import { figureChange } from '../judge/change.ts';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { headline, type JudgedGroup } from './headline.ts';
import { voiceOf } from './voice.ts';

const period = { from: '2025-11-01', to: '2026-10-31' };
const before = { from: '2024-11-01', to: '2025-10-31' };

const totals = (incidents: number) => madeUpAnswer({ incidents }).totals;

function group(kind: HomeGroup, now: number, earlier: number | undefined): JudgedGroup {
  const summary = {
    period,
    totals: totals(now),
    comparison: earlier === undefined ? null : { ...before, rule: 'year_earlier' as const, totals: totals(earlier) },
  };
  return { kind, summary, change: figureChange(summary, period, 'incidents', []) };
}

const said = (...groups: readonly JudgedGroup[]) => headline(groups, voiceOf('en'));

test('the headline joins what is found in both groups with a semicolon', () => {
  expect(said(group('violence', 1676, 1589), group('weapon_seizure', 1500, 1690))).toBe(
    'No clear change in armed violence; fewer weapon seizures',
  );
  expect(said(group('violence', 1400, 1689), group('weapon_seizure', 1690, 1500))).toBe(
    'Less armed violence; more weapon seizures',
  );
  expect(said(group('violence', 1600, 1610), group('weapon_seizure', 1500, 1510))).toBe(
    'No clear change in armed violence or weapon seizures',
  );
});

test('where nothing can be compared it says how many there were, and it leaves out a group without any', () => {
  expect(said(group('violence', 57_000, undefined), group('weapon_seizure', 0, undefined))).toBe('57,000 violent incidents');
  expect(said(group('violence', 1, 3), group('weapon_seizure', 1500, 1690))).toBe('1 violent incident; fewer weapon seizures');
  expect(said(group('violence', 0, undefined), group('weapon_seizure', 0, undefined))).toBe(
    'No incidents in the last twelve months of the data',
  );
});
