import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IncidentDraft, partSize, type TileAddress, type TileAnswer, tileRules } from '@monitor/domain';
import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import { cubeOfDrafts, draftsByKey, idOfKey } from '../testing/cube-of-drafts.ts';
import { mercatorXOf, mercatorYOf } from './mercator.ts';
import type { Population } from './population.ts';
import { populationOf } from './select-population.ts';
import { tileOf } from './tile.ts';
import { times } from '../../../testing/depth.ts';

/** Sums of one location: incidents, people killed and injured, and incidents by type. */
type LocationSums = Record<string, number>;

const degrees = (from: number, to: number) => fc.integer({ min: from * 1e6, max: to * 1e6 }).map((value) => value / 1e6);
/** Close together, anywhere, and where tiles of many zooms meet or the map ends. */
const point = fc.oneof(
  fc.record({ lon: degrees(20, 21), lat: degrees(44, 45) }),
  fc.record({ lon: degrees(-180, 180), lat: degrees(-90, 90) }),
  fc.record({
    lon: fc.constantFrom(-180, -90, 0, 11.25, 22.5, 180),
    lat: fc.constantFrom(-90, -85.06, 0, 66.513260443, 85.06, 90),
  }),
);
const incident = fc.tuple(anyDraft('draft'), point).map(([draft, at]) => (draft.lon === null ? draft : { ...draft, ...at }));

/** The tiles of a zoom that have something on them. */
function tilesOf(drafts: readonly IncidentDraft[], z: number): TileAddress[] {
  const shift = 32 - z;
  const cut = (part: number) => Math.floor(part / 2 ** shift);
  const located = drafts.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [{ lon, lat }]));
  const places = located.map(({ lon, lat }) => `${cut(mercatorXOf(Math.round(lon * 1e6)))} ${cut(mercatorYOf(lat))}`);
  return [...new Set(places)].map((place) => place.split(' ').map(Number)).map(([x = 0, y = 0]) => ({ z, x, y }));
}

/** What a feature says, each with the location that it is of. */
function saidBy({ cells, incidents }: TileAnswer, locationOf: (id: string) => string): [location: string, LocationSums][] {
  return [
    ...cells.map(({ properties: { country, count, killed, injured, types } }): [string, LocationSums] => [
      country,
      {
        count,
        killed,
        injured,
        ...Object.fromEntries(types.split(',').map((pair) => [pair.split(':')[0], Number(pair.split(':')[1])])),
      },
    ]),
    ...incidents.map(({ properties: { id, type, killed, injured } }): [string, LocationSums] => [
      locationOf(id),
      { count: 1, killed, injured, [type]: 1 },
    ]),
  ];
}

function sumByLocation(said: readonly [location: string, LocationSums][]): Record<string, LocationSums> {
  const sums: Record<string, LocationSums> = {};
  for (const [location, figures] of said)
    for (const [name, figure] of Object.entries(figures)) {
      const sum = (sums[location] ??= {});
      sum[name] = (sum[name] ?? 0) + figure;
    }
  return sums;
}

/** The tiles that a tile is divided into, this many zooms further in. */
function parts({ z, x, y }: TileAddress, zooms: number): TileAddress[] {
  const side = 2 ** zooms;
  return Array.from({ length: side ** 2 }, (_, at) => ({
    z: z + zooms,
    x: x * side + (at % side),
    y: y * side + Math.floor(at / side),
  }));
}

/** Incidents, enough for circles, and a filter that often selects most of them. */
const setting = fc.tuple(
  fc.array(incident, { minLength: 1, maxLength: times(60, 200), size: 'max' }),
  fc.oneof(fc.constant({}), anyFilter({ text: false })),
);

/** A function that gives what a tile of these incidents says. */
function tileReader(drafts: readonly IncidentDraft[], filter: Parameters<typeof populationOf>[1]) {
  const cube = cubeOfDrafts(draftsByKey(drafts));
  const population: Population = populationOf(cube, filter);
  const locations = new Map([...draftsByKey(drafts)].map(([key, { country }]) => [idOfKey(key), country]));
  return (tile: TileAddress) =>
    saidBy(tileOf(cube, { population, filter, measure: 'incidents' }, tile), (id) => locations.get(id) ?? '');
}

test('what the four tiles under a tile say of each location adds up to what the tile says', () => {
  fc.assert(
    fc.property(setting, fc.integer({ min: 0, max: 15 }), ([drafts, filter], z) => {
      const said = tileReader(drafts, filter);
      for (const tile of tilesOf(drafts, z)) expect(sumByLocation(parts(tile, 1).flatMap(said))).toEqual(sumByLocation(said(tile)));
    }),
    { numRuns: times(40, 200) },
  );
});

test('circles are drawn within the bounds of their incidents', () => {
  fc.assert(
    fc.property(setting, fc.integer({ min: 0, max: tileRules.positionsFromZoom - 1 }), ([drafts, filter], z) => {
      // The antimeridian is the eastern end of the bounds and the western one of the map.
      const kept = drafts.filter(({ lon }) => lon !== 180);
      const cube = cubeOfDrafts(draftsByKey(kept));
      const population: Population = populationOf(cube, filter);
      for (const tile of tilesOf(kept, z)) {
        for (const { x, y, properties } of tileOf(cube, { population, filter, measure: 'incidents' }, tile).cells) {
          const [west = 0, south = 0, east = 0, north = 0] = properties.bounds
            .split(',')
            .map((edge) => Math.round(Number(edge) * 1e6));
          const unit = 2 ** (32 - z) / tileRules.extent;
          const [left, right] = [west, east].map((lon) => Math.floor(mercatorXOf(lon) / unit) - tile.x * tileRules.extent);
          const [top, bottom] = [north, south].map((lat) => Math.floor(mercatorYOf(lat / 1e6) / unit) - tile.y * tileRules.extent);
          expect(x).toBeGreaterThanOrEqual(left!);
          expect(x).toBeLessThanOrEqual(right!);
          expect(y).toBeGreaterThanOrEqual(top!);
          expect(y).toBeLessThanOrEqual(bottom!);
        }
      }
    }),
    { numRuns: times(30, 150) },
  );
});

test('a tile of zoom 7 with more incidents than it looks at one by one is made of whole squares, and has all of them', () => {
  const sample = fc.sample(anyDraft('draft'), { numRuns: 50, seed: 1 }).find(({ lon }) => lon !== null)!;
  const spread = (many: number) =>
    Array.from({ length: many }, (_, at) => ({
      ...sample,
      source_key: String(at),
      lon: 20 + (at % 100) / 200,
      lat: 44 + Math.floor(at / 100) / 400,
    }));
  const circlesOf = (many: number) => {
    const drafts = spread(many);
    const [tile, ...others] = tilesOf(drafts, tileRules.finePartsFromZoom);
    expect(others).toEqual([]);
    return tileReader(drafts, {})(tile!).map(([, { count = 0 }]) => count);
  };
  const { mostInFineParts, finePartsFromZoom, extent } = tileRules;
  for (const many of [mostInFineParts, mostInFineParts + 1]) {
    const circles = circlesOf(many);
    expect(circles.reduce((sum, count) => sum + count)).toBe(many);
    expect(circles.length).toBeLessThanOrEqual((extent / partSize(finePartsFromZoom, Infinity)) ** 2);
  }
});
