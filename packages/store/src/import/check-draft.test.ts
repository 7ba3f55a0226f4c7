import { describe, expect, test } from 'vitest';
import { type IncidentDraft, type Settlements, unknownAges, withheld, unknownPublication } from '@monitor/domain';
import { minimalDraft } from '../../../domain/testing/made-up-drafts.ts';
import { draftFault, type KnownPlaces } from './check-draft.ts';

const belgrade = { name: 'Beograd', region: 'RS-00', lon: 20.46, lat: 44.81 };
const settlements: Settlements = { findPlace: () => undefined, nearestPlace: () => belgrade };
const known: KnownPlaces = {
  locations: new Map([
    ['RS', 'Serbia'],
    ['AL', 'Albania'],
  ]),
  regions: new Map([
    ['RS-00', { name: 'Beograd', jurisdiction: 'RS' }],
    ['RS-20', { name: 'Nišavski okrug', jurisdiction: 'RS' }],
  ]),
  isPlace: (name) => name === belgrade.name || name === 'Vračar',
  isSettlement: (name) => name === belgrade.name,
};

const calm: IncidentDraft = {
  ...minimalDraft,
  occurred_on: '2024-03-01',
  local_time: '21:47',
  part_of_day: 'evening',
  region: null,
  place: 'Beograd',
  place_precision: 'exact',
  lon: 20,
  lat: 44,
  sources: [{ ...unknownPublication, kind: 'media', publisher: 'Daily', url: 'https://example.org/news/1' }],
};

const adult = {
  ...unknownAges,
  role: 'victim',
  sex: 'woman',
  age_band: 'not_reported',
  outcome: 'injured',
  relationship: 'other',
} as const;
const child = { ...adult, age: 12, age_band: '0-18' } as const;

test.each<[string, Partial<IncidentDraft>]>([
  ['its place, time and links', {}],
  ['a last day that is its first', { occurred_until: '2024-03-01' }],
  [
    'low, best and high numbers that are the same or grow',
    { killed: 1, killed_low: 1, killed_high: 1, injured: 3, injured_low: 2, injured_high: 4 },
  ],
  ['a region of its location', { region: 'RS-20' }],
  ['a reported type of 500 characters, each of which is two for JavaScript', { type_as_reported: '𝄞'.repeat(500) }],
  ['a range of ages', { people: [{ ...adult, age_from: 25, age_to: 44 }] }],
  ['a range of ages without an upper limit', { people: [{ ...adult, age_from: 65, age_to: null }] }],
  ['no point where only the region is known', { place_precision: 'region', lon: null, lat: null }],
])('an incident that exposes nobody may have %s', (_what, change) => {
  expect(draftFault({ ...calm, ...change }, known)).toBeUndefined();
});

test.each<[string, Partial<IncidentDraft>, string]>([
  ['an unknown location', { country: 'ZZ' }, 'location "ZZ" is not known'],
  ['an unknown region', { region: 'RS-99' }, 'region "RS-99" is not known in RS'],
  ['a region elsewhere', { country: 'AL', region: 'RS-20' }, 'not known in AL'],
  ['half a point', { lat: null }, 'only one of longitude and latitude'],
  ['half an exact point', { exact_lon: 3 }, 'only one of its exact longitude and latitude'],
  ['a point without need', { place_precision: 'region' }, 'do not agree'],
  ['a point missing', { lon: null, lat: null }, 'do not agree'],
  ['counts the wrong way round', { injured: 3, injured_low: 4 }, 'low, best and high numbers of people injured are out of order'],
  ['a low count above the high one', { killed_low: 4, killed_high: 3 }, 'numbers of people killed are out of order'],
  ['an impossible day', { occurred_on: '2023-02-30' }, '"2023-02-30" is not a possible date'],
  ['an impossible last day', { occurred_until: '2024-02-30' }, '"2024-02-30" is not a possible date'],
  ['an end before the beginning', { occurred_until: '2024-02-29' }, 'its last day is before its first day'],
  ['a range of ages that is almost an age', { people: [{ ...adult, age_from: 40, age_to: 43 }] }, 'range of ages'],
  ['a range of ages of minors', { people: [{ ...adult, age_from: null, age_to: 17 }] }, 'range of ages'],
  ['a sub-type of another type', { subtype: 'suicide.other' }, 'does not belong'],
  ['a reported type that is too long', { type_as_reported: 'a'.repeat(300), withheld_type: 'b'.repeat(201) }, '500 characters'],
  ['no key', { source_key: '' }, 'source key'],
  ['a time of no clock', { local_time: '25:00' }, 'HH:MM'],
  ['a place that is no settlement', { place: 'Ulica 12' }, 'its place could expose a person'],
  ['a part of another day', { part_of_day: 'night' }, 'part of the day'],
])('%s is refused', (_what, change, words) => {
  expect(draftFault({ ...calm, ...change }, known)).toContain(words);
});

describe.each<[string, Partial<IncidentDraft>]>([
  ['domestic violence', { type: 'domestic_violence' }],
  ['suicide', { type: 'suicide' }],
  ['a suicide in another incident', { suicides: 1 }],
  ['a young victim', { people: [child] }],
  ['a young suspect', { people: [{ ...child, role: 'perpetrator' }] }],
  ['a relative', { people: [{ ...child, age: 40, age_band: '36-60', relationship: 'family_member' }] }],
  ['what a source says of a child', { point_basis: 'sensitive' }],
  ['a type of which nobody said what it means', { point_basis: null, killed: 1 }],
])('%s', (_reason, change) => {
  const coarse = withheld({ ...calm, ...change }, settlements);

  test('is refused with an exact point, and taken without', () => {
    expect(draftFault({ ...calm, ...change }, known)).toContain('could expose a person');
    expect(draftFault(coarse, known)).toBeUndefined();
  });

  test.each<[string, Partial<IncidentDraft>]>([
    ['a street', { place: 'Ulica 12' }],
    ['a quarter', { place: 'Vračar' }],
    ['a time', { local_time: '21:47' }],
    ['a link', { sources: calm.sources }],
  ])('is refused with %s', (_detail, finer) => {
    expect(draftFault({ ...coarse, ...finer }, known)).toContain('could expose a person');
  });
});
