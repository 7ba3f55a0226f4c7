import { expect, test } from 'vitest';
import { ageBandOf, isSensitive, outcomesOf, type Person } from './incident.ts';

const victim: Person = {
  role: 'victim',
  sex: 'woman',
  age: 17,
  age_band: '0-18',
  outcome: 'injured',
  relationship: 'not_reported',
};
const casualties = {
  killed: null,
  killed_low: null,
  killed_high: null,
  injured: 1,
  injured_low: null,
  injured_high: null,
  threatened: 0,
  suicides: null,
};

test('age bands meet without gap or overlap', () => {
  expect([0, 18, 19, 35, 36, 60, 61, 120].map(ageBandOf)).toEqual([
    '0-18',
    '0-18',
    '19-35',
    '19-35',
    '36-60',
    '36-60',
    '61-plus',
    '61-plus',
  ]);
  expect(ageBandOf(null)).toBe('not_reported');
});

test('outcomes: unknown is not nobody', () => {
  const nothing = { killed: null, injured: null, threatened: null, suicides: null };
  expect(outcomesOf(nothing)).toEqual(['not_reported']);
  expect(outcomesOf({ ...nothing, killed: 0 })).toEqual(['not_reported']);
  expect(outcomesOf({ ...nothing, injured: 0, threatened: 0, suicides: 0 })).toEqual(['not_reported']);
  // One reported number counts, whatever is not reported of another.
  expect(outcomesOf({ ...nothing, injured: 1 })).toEqual(['injured']);
  expect(outcomesOf({ ...nothing, suicides: 1 })).toEqual(['suicide']);
});

test('outcomes: those that are reported stand together, and nobody harmed stands alone', () => {
  expect(outcomesOf(casualties)).toEqual(['injured']);
  expect(outcomesOf({ killed: 0, injured: 0, threatened: null, suicides: null })).toEqual(['none']);
  expect(outcomesOf({ killed: 2, injured: 1, threatened: 1, suicides: 1 })).toEqual(['killed', 'injured', 'threatened', 'suicide']);
});

test('an incident is sensitive by type, suicide or a young victim, not by a young perpetrator', () => {
  const plain = { type: 'public_dispute', suicides: null, people: [] } as const;
  expect(isSensitive(plain)).toBe(false);
  expect(isSensitive({ ...plain, type: 'domestic_violence' })).toBe(true);
  expect(isSensitive({ ...plain, suicides: 1 })).toBe(true);
  expect(isSensitive({ ...plain, people: [victim] })).toBe(true);
  expect(isSensitive({ ...plain, people: [{ ...victim, role: 'perpetrator' }] })).toBe(false);
  expect(isSensitive({ ...plain, people: [{ ...victim, role: 'perpetrator', outcome: 'suicide' }] })).toBe(true);
});
