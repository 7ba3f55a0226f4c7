import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOfDay, dayNumber, type IncidentDraft, incidentTypes, type TileAddress, tileRules } from '@monitor/domain';
import { randomNumbers } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { draftsByKey, cubeOfDrafts } from '../../../packages/cube/testing/cube-of-drafts.ts';
import { deep, times } from '../../../testing/depth.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import type { Api } from '../src/services.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { appWith, useSqlApp, useTestApp } from './test-app.ts';

/* Tiles that are filled as badly as can be: each feature has words and numbers of its own, so that next to nothing can be packed. */

const random = randomNumbers(5);
const below = (limit: number) => Math.floor(random() * limit);
const countries = referenceData.jurisdictions.map(({ code }) => code);
/** Off the edges, where rounding could move a place to the next unit. */
const inside = () => 0.05 + 0.9 * random();
const days = dayNumber('2024-12-31') - dayNumber('2014-01-01') + 1;

/** Any place within a unit of a tile, in degrees. */
function placeIn({ z, x, y }: TileAddress, column: number, row: number): { lon: number; lat: number } {
  const units = 2 ** z * tileRules.extent;
  const lon = ((x * tileRules.extent + column + inside()) / units) * 360 - 180;
  const north = Math.PI * (1 - (2 * (y * tileRules.extent + row + inside())) / units);
  return { lon: Number(lon.toFixed(6)), lat: Number(((Math.atan(Math.sinh(north)) * 180) / Math.PI).toFixed(6)) };
}

/** Units of a tile, each once, in no order. */
function differentUnits(count: number, one: () => number): [column: number, row: number][] {
  const units = new Set<number>();
  while (units.size < count) units.add(one() * tileRules.extent + one());
  return [...units].map((unit) => [unit % tileRules.extent, Math.floor(unit / tileRules.extent)]);
}

function draftAt(place: { lon: number; lat: number }, country: string, source_key: string): IncidentDraft {
  const numbers = { killed: below(300), injured: below(300) };
  const occurred_on = dateOfDay(dayNumber('2014-01-01') + below(days));
  const type = incidentTypes.codes[below(incidentTypes.codes.length)]!;
  return { ...minimalDraft, ...place, ...numbers, source_key, country, region: null, place: null, occurred_on, type };
}

const anywhere = () => below(tileRules.extent);

/** Lines of the grid whose circles are too far apart to be joined. */
const apart = 8;

/** A column or row near such a line. */
function nearLine(): number {
  const size = tileRules.extent / apart;
  return Math.floor((below(apart) + 0.45 + 0.1 * random()) * size);
}

/** As many positions as a tile draws apart, with this many incidents at each. */
function crowded(tile: TileAddress, positions: number, atEach: number, one = anywhere): IncidentDraft[] {
  return differentUnits(positions, one).flatMap(([column, row], position) => {
    const country = countries[below(countries.length)]!;
    const keyOf = (index: number) => `${tile.z}/${tile.x}/${tile.y} ${position} ${index}`;
    return Array.from({ length: atEach }, (_, index) => draftAt(placeIn(tile, column, row), country, keyOf(index)));
  });
}

const { positionsFromZoom, mostPositions } = tileRules;
const dots = { z: positionsFromZoom, x: 570, y: 370 };
const circles = { z: positionsFromZoom, x: 580, y: 360 };
const tooMany = { z: positionsFromZoom, x: 590, y: 365 };

const draftsOfDots = crowded(dots, mostPositions, 1);
const draftsOfCircles = crowded(circles, mostPositions, times(10, 25));
const draftsOfTooMany = crowded(tooMany, mostPositions + 500, 1, nearLine);

// Circles of thousands of incidents are in the database in deep runs alone; their tile is otherwise that of numbers in memory.
const used = useTestApp([...draftsOfDots, ...draftsOfTooMany, ...(deep ? draftsOfCircles : [])]);
const sql = useSqlApp(used);
let ofCircles: Api;
beforeAll(async () => {
  const cube = new CubeSource();
  cube.replace(cubeOfDrafts(draftsByKey(draftsOfCircles)));
  ofCircles = await appWith(used, { cube, analytics: cubeAnalytics(used.database, cube) });
});
afterAll(() => ofCircles.close());

const fromDatabase = () => ({ cube: used.app, sql: sql.app });

/** What goes over the wire, and how many features it is. */
async function measure(app: Api, { z, x, y }: TileAddress): Promise<{ bytes: number; features: number }> {
  const answer = await app.inject({ url: `/api/v1/tiles/${z}/${x}/${y}.mvt`, headers: { 'accept-encoding': 'gzip' } });
  expect(answer.statusCode).toBe(200);
  const packed = answer.headers['content-encoding'] === 'gzip';
  const layers = Object.values(new VectorTile(new PbfReader(packed ? gunzipSync(answer.rawPayload) : answer.rawPayload)).layers);
  return { bytes: answer.rawPayload.length, features: layers.reduce((sum, { length }) => sum + length, 0) };
}

/** The tile and those that it lies in. */
const withParents = (tile: TileAddress) =>
  Array.from({ length: tile.z + 1 }, (_, up) => ({ z: tile.z - up, x: tile.x >> up, y: tile.y >> up }));

test.each([
  ['as many dots as are drawn', dots, mostPositions, fromDatabase],
  ['as many circles as are drawn', circles, mostPositions, () => ({ cube: ofCircles, ...(deep && fromDatabase()) })],
  // At each crossing one circle a location.
  ['more positions than are drawn apart', tooMany, apart ** 2 * countries.length, fromDatabase],
] as const)('a tile of %s, and all that it lies in, are at most 100 KB and 4,000 features', async (_, tile, most, appsOf) => {
  for (const [engine, app] of Object.entries<Api>(appsOf())) {
    const own = await measure(app, tile);
    // Nearly that many, or nothing would be shown by it.
    expect(own.features).toBeGreaterThan(most * 0.9);
    for (const address of withParents(tile)) {
      const { bytes, features } = await measure(app, address);
      expect(features, engine).toBeLessThanOrEqual(4000);
      expect(bytes, `${engine}, zoom ${address.z}`).toBeLessThanOrEqual(100_000);
    }
  }
});
