import { describe, expect, test } from 'vitest';
import { nothingReported, unknownAges } from './fields.ts';
import { ageBandOf, type IncidentDraft, isSensitive, outcomesOf, type Person, publicAges } from './incident.ts';

const victim: Person = {
  role: 'victim',
  sex: 'woman',
  ...unknownAges,
  age: 17,
  age_band: '0-18',
  outcome: 'injured',
  relationship: 'not_reported',
};
const casualties = { ...nothingReported, injured: 1, threatened: 0 };

test.each([
  [25, 44, 25, 44],
  [18, 22, 18, 22],
  [0, 24, null, 24],
  [65, 120, 65, null],
  // Almost an age, or of minors, of whom the band is enough.
  [18, 21, null, null],
  [40, 40, null, null],
  [0, 18, null, null],
  [12, 17, null, null],
])('of the ages from %i to %i everybody may see %s to %s', (from, to, age_from, age_to) => {
  expect(publicAges(from, to)).toEqual({ age_from, age_to });
});

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

describe('an incident is sensitive', () => {
  const calm = {
    type: 'public_dispute',
    subtype: null,
    killed: null,
    injured: 1,
    threatened: null,
    suicides: null,
    point_basis: 'mapped_type',
    people: [],
  } as const;
  const adult: Person = { ...victim, age: 40, age_band: '36-60', outcome: 'injured' };

  test.each<[string, Partial<IncidentDraft>]>([
    ['domestic violence', { type: 'domestic_violence' }],
    ['its sub-types', { subtype: 'domestic_violence.family_member' }],
    ['suicide', { type: 'suicide' }],
    ['a suicide after another crime', { subtype: 'suicide.after_domestic_violence' }],
    ['a number of suicides', { suicides: 1 }],
    ['a suicide of a person', { people: [{ ...adult, role: 'perpetrator', outcome: 'suicide' }] }],
    ['a young victim', { people: [victim] }],
    ['a young suspect', { people: [adult, { ...victim, role: 'perpetrator' }] }],
    ['an age band without an age', { people: [{ ...victim, age: null }] }],
    ['an age without its band', { people: [{ ...victim, age: 18, age_band: 'not_reported' }] }],
    ['a partner, whatever the type', { people: [{ ...adult, relationship: 'intimate_partner' }] }],
    ['a relative who is a suspect', { people: [{ ...adult, role: 'perpetrator', relationship: 'family_member' }] }],
    ['rape', { type: 'criminal_context', subtype: 'criminal_context.sexual_violence' }],
    ['rape by a relative', { subtype: 'domestic_violence.sexual_violence' }],
    ['what the source says of it', { point_basis: 'sensitive' }],
  ])('by %s', (_, change) => {
    expect(isSensitive({ ...calm, ...change })).toBe(true);
  });

  test.each<[string, Partial<IncidentDraft>]>([
    ['someone killed', { killed: 1 }],
    ['someone injured', { injured: 1 }],
    ['someone threatened', { killed: 0, injured: 0, threatened: 1 }],
    ['a number that is not reported', { killed: 0 }],
    ['a victim among the people', { killed: 0, injured: 0, people: [adult] }],
  ])('by %s, while nobody has said that the type is harmless', (_, change) => {
    const unknown = { ...calm, injured: null, ...change };
    expect(isSensitive({ ...unknown, point_basis: null })).toBe(true);
    expect(isSensitive(unknown)).toBe(false);
    expect(isSensitive({ ...unknown, point_basis: 'published_point' })).toBe(false);
  });

  test('by no harm that did not happen', () => {
    expect(isSensitive({ ...calm, killed: 0, injured: 0, type: 'other', point_basis: null })).toBe(false);
  });

  test('whatever the source publishes, by what is on record', () => {
    expect(isSensitive({ ...calm, point_basis: 'published_point', people: [victim] })).toBe(true);
    expect(isSensitive({ ...calm, point_basis: 'published_point', type: 'domestic_violence' })).toBe(true);
  });

  test('by nothing else', () => {
    expect(isSensitive({ ...calm, suicides: 0, people: [{ ...adult, relationship: 'stranger' }] })).toBe(false);
  });
});
