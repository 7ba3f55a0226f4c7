import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDraft } from '../testing/arbitraries.ts';
import { minimalDraft } from '../testing/made-up-drafts.ts';
import { unknownPublication } from './fields.ts';
import { type IncidentDraft, isSensitive, partOfDayOf, type Source } from './incident.ts';
import { partsOfDay } from './vocabularies.ts';
import { exposureIn, type Settlement, type Settlements, withheld } from './withhold.ts';

const town: Settlement = { name: 'Novi Sad', region: 'RS-06', lon: 19.84, lat: 45.25 };
const village: Settlement = { name: 'Futog', region: 'RS-06', lon: 19.72, lat: 45.24 };
const quarter: Settlement = { name: 'Liman', region: 'RS-06', lon: 19.845, lat: 45.238, partOf: town };
const settlements: Settlements = {
  findPlace: (name, { near }) =>
    [town, village, quarter].find((one) => one.name === name && (near === undefined || Math.abs(one.lon - near.lon) < 0.3)),
  nearestPlace: (lon, lat) =>
    [town, village, quarter]
      .filter((one) => Math.hypot(one.lon - lon, one.lat - lat) < 0.5)
      .toSorted((one, other) => Math.hypot(one.lon - lon, one.lat - lat) - Math.hypot(other.lon - lon, other.lat - lat))[0],
};
const isSettlement = (name: string) => name === town.name || name === village.name;
const names = { isPlace: (name: string) => [town, village, quarter].some((one) => one.name === name), isSettlement };

const source: Source = { ...unknownPublication, kind: 'media', publisher: 'example.org' };
const home: IncidentDraft = {
  ...minimalDraft,
  local_time: '21:47',
  part_of_day: 'evening',
  point_basis: null,
  region: 'RS-06',
  place: 'Ulica Narodnog fronta 12',
  lon: 19.7391,
  lat: 45.2396,
  place_precision: 'exact',
  type: 'domestic_violence',
  sources: [
    { ...source, url: 'https://example.org/news/1' },
    { ...source, url: 'https://example.org/news/2' },
    { ...source, kind: 'official', url: 'https://example.org/news/3' },
  ],
};

test('the parts of the day are of six hours each', () => {
  expect(['00:00', '05:59', '06:00', '11:59', '12:00', '17:59', '18:00', '23:59'].map(partOfDayOf)).toEqual(
    partsOfDay.codes.flatMap((code) => [code, code]),
  );
  expect(() => partOfDayOf('24:00')).toThrow(RangeError);
});

test('of a sensitive incident the settlement, the part of the day and the publishers are left', () => {
  expect(withheld(home, settlements)).toEqual({
    ...home,
    local_time: null,
    place: 'Futog',
    lon: 19.72,
    lat: 45.24,
    place_precision: 'settlement',
    exact_lon: 19.7391,
    exact_lat: 45.2396,
    sources: home.sources.map((one) => ({ ...one, url: null, withheld_url: one.url })),
  });
});

test('the settlement is the one named, where that is near', () => {
  expect(withheld({ ...home, place: 'Novi Sad' }, settlements)).toMatchObject({
    place: 'Novi Sad',
    lon: 19.84,
    exact_lon: 19.7391,
  });
  expect(withheld({ ...home, place: 'Novi Sad', lon: 19.4, lat: 45.2 }, settlements)).toMatchObject({ place: 'Futog', lon: 19.72 });
});

test.each([
  ['named beside the point', { place: 'Liman' }],
  ['nearest to the point', { place: null, lon: 19.846, lat: 45.239 }],
  ['at the point', { place: 'Liman', lon: 19.845, lat: 45.238, place_precision: 'settlement' }],
] as const)('for a quarter %s, the settlement that it is part of is published', (_what, change) => {
  const { lon, lat, place } = { ...home, ...change };
  expect(withheld({ ...home, ...change }, settlements)).toMatchObject({
    place: 'Novi Sad',
    withheld_place: place,
    lon: 19.84,
    lat: 45.25,
    exact_lon: lon,
    exact_lat: lat,
  });
});

test('so it is for a quarter without a point', () => {
  expect(withheld({ ...home, place: 'Liman', lon: null, lat: null, place_precision: 'region' }, settlements)).toMatchObject({
    place: 'Novi Sad',
    withheld_place: 'Liman',
    region: 'RS-06',
  });
});

test('of two settlements of one name, the nearest is meant', () => {
  const hamlet = { name: 'Novi Sad', region: 'RS-06', lon: 19.74, lat: 45.24 };
  const both: Settlements = { findPlace: () => town, nearestPlace: () => hamlet };
  expect(withheld({ ...home, place: 'Novi Sad' }, both)).toMatchObject({ place: 'Novi Sad', lon: 19.74 });
});

test('without a settlement there is no point, and no more than the region', () => {
  const far = { ...home, lon: 25.04321, lat: 41.98765 };
  expect(withheld(far, settlements)).toMatchObject({
    place: null,
    lon: null,
    lat: null,
    region: 'RS-06',
    place_precision: 'region',
    exact_lon: 25.04321,
  });
  expect(withheld({ ...far, region: null }, settlements).place_precision).toBe('jurisdiction');
});

test('the region is that of the settlement, not that of the point', () => {
  expect(withheld({ ...home, region: 'RS-07' }, settlements).region).toBe('RS-06');
});

test('without a point a place is kept where it is a settlement', () => {
  const pointless = { ...home, lon: null, lat: null, place_precision: 'region' } as const;
  expect(withheld(pointless, settlements)).toMatchObject({ place: null, lon: null, exact_lon: null, place_precision: 'region' });
  expect(withheld({ ...pointless, place: 'Futog' }, settlements)).toMatchObject({ place: 'Futog', place_precision: 'region' });
});

test('without a point, too, the region is that of the settlement', () => {
  const pointless = { ...home, region: 'RS-07', place: 'Futog', lon: null, lat: null, place_precision: 'region' } as const;
  expect(withheld(pointless, settlements)).toMatchObject({ place: 'Futog', region: 'RS-06' });
  expect(withheld({ ...pointless, place: 'Ulica 1' }, settlements)).toMatchObject({ place: null, region: 'RS-07' });
});

test('a point that a source gives for a settlement is not finer than our own', () => {
  expect(withheld({ ...home, place_precision: 'settlement' }, settlements)).toMatchObject({ lon: 19.72, exact_lon: 19.7391 });
});

test('what is not sensitive is as it was', () => {
  const dispute = { ...home, type: 'public_dispute', point_basis: 'mapped_type', place: 'Futog' } as const;
  expect(withheld(dispute, settlements)).toBe(dispute);
  expect(exposureIn(dispute, names)).toBeUndefined();
  expect(exposureIn({ ...dispute, place: 'Liman' }, names)).toBeUndefined();
});

test('nothing is left to withhold, and withholding again changes nothing', () => {
  const somewhere = fc.record({
    lon: fc.constantFrom(19.72, 19.73, 19.84, 19.845, 20.3, 25),
    lat: fc.constantFrom(45.238, 45.24, 45.25, 45.3, 40),
    place: fc.constantFrom('Futog', 'Novi Sad', 'Liman', 'Ulica 1', null),
    sources: fc.constantFrom(home.sources, []),
  });
  fc.assert(
    fc.property(anyDraft('draft'), somewhere, ({ lon, lat, ...draft }, { lon: newLon, lat: newLat, ...change }) => {
      const point = lon === null || lat === null ? { lon, lat } : { lon: newLon, lat: newLat };
      const once = withheld({ ...draft, ...change, ...point }, settlements);
      expect(exposureIn(once, { isPlace: (name) => names.isPlace(name) || !isSensitive(once), isSettlement })).toBeUndefined();
      expect(withheld(once, settlements)).toEqual(once);
    }),
  );
});

test.each<[string, Partial<IncidentDraft>]>([
  ['exact public point', { place_precision: 'exact' }],
  ['place', { place: 'Ulica 1' }],
  ['place', { place: 'Liman' }],
  ['exact time', { local_time: '21:47' }],
  ['link', { sources: home.sources }],
])('a sensitive draft with such a %s is finer than allowed', (words, change) => {
  expect(exposureIn({ ...withheld(home, settlements), ...change }, names)).toContain(words);
});
