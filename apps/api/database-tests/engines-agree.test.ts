import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dimensionNames,
  type Filter,
  hexagonLevels,
  intervals,
  type Measure,
  measureNames,
  type TileAddress,
  tileMarks,
  tileRules,
} from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import type { Analytics, TileDrawing } from '@monitor/engine';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { anyFilter, sureFilters } from './random-filters.ts';
import { randomRecord, useTestApp } from './test-app.ts';

/** Points where the map ends: at the antimeridian, written either way, and at and beyond the latitude that the square map reaches to. */
const edgePoints = [-180, 180, -179.999999, 179.999999, 0].flatMap((lon) =>
  [90, 85.06, 85.0511287, 0.000001, -0.000001, -85.0511287, -85.06, -90].map((lat) => ({ lon, lat })),
);
/** Three incidents at each of them. */
const edgeDrafts = edgePoints.flatMap(({ lon, lat }) =>
  (['suicide', 'other', 'other'] as const).map((type, index) => ({
    ...minimalDraft,
    source_key: `edge ${lon} ${lat} ${index}`,
    country: 'FJ',
    region: 'FJ-N',
    place: 'Labasa',
    type,
    killed: index,
    lon,
    lat,
  })),
);
const used = useTestApp(edgeDrafts, { template: randomRecord });
const filters = anyFilter({
  country: referenceData.jurisdictions.map(({ code }) => code),
  region: referenceData.regions.map(({ code }) => code),
  dataset: ['made-up', 'none-such'],
});
const signal = new AbortController().signal;
const { extent } = tileRules;

let ofSql: Analytics | undefined;
/** Made once, since it keeps much. */
const fromSql = () => (ofSql ??= sqlAnalytics(used.database));

/** What both engines say. */
async function both<Answer>(
  filter: Filter,
  ask: (snapshot: Awaited<ReturnType<typeof used.analytics.snapshot>>) => Promise<Answer>,
) {
  const [cube, sql] = await Promise.all([used.analytics.snapshot(filter, signal), fromSql().snapshot(filter, signal)]);
  return { cube: await ask(cube), sql: await ask(sql) };
}

test('cube and SQL give the same summary for any filter, to the last facet', async () => {
  const anySplit = fc.option(fc.constantFrom(...dimensionNames), { nil: undefined });
  const anyMeasures = fc.subarray([...measureNames]);
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom('auto' as const, 'none' as const, ...intervals),
      anyMeasures,
      anySplit,
      fc.boolean(),
      async (filter, interval, measures, split, partTotals) => {
        const { cube, sql } = await both(filter, (snapshot) =>
          snapshot.summary({ interval, facets: dimensionNames, measures, split, partTotals, hours: true }),
        );
        expect(cube).toEqual(sql);
      },
    ),
    {
      numRuns: times(10, 150),
      examples: sureFilters.map((filter): [Filter, 'auto', Measure[], 'type', boolean] => [
        filter,
        'auto',
        [...measureNames],
        'type',
        true,
      ]),
    },
  );
});

test('cube and SQL add up the same by location and year, which is what the summary of each says', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.subarray([...measureNames], { minLength: 1 }), async (filter, measures) => {
      const { cube, sql } = await both(filter, (snapshot) => snapshot.yearly(measures));
      expect(cube).toEqual(sql);
      for (const row of cube.rows.slice(0, 3)) {
        const own: Filter = { ...filter, country: [row.country], ...yearOf(row.year, filter) };
        const { totals } = await (await used.analytics.snapshot(own, signal)).summary({ interval: 'year', facets: [], measures });
        expect(row.incidents).toBe(totals.incidents);
        for (const measure of measures) {
          const notReported: Partial<Record<Measure, number>> = totals.notReported;
          const { squares, largest } = totals.clustering[measure] ?? { squares: row.incidents, largest: undefined };
          expect(row.amounts[measure]).toEqual({
            sum: totals[measure] ?? 0,
            squares,
            largest: largest ?? [Math.min(row.incidents, 1), row.incidents > 1 ? 1 : 0],
            notReported: notReported[measure] ?? 0,
          });
        }
      }
    }),
    { numRuns: times(8, 100), examples: sureFilters.map((filter) => [filter, [...measureNames]]) },
  );
});

/** A calendar year within the days of a filter. */
function yearOf(year: number, { from = '', to = '9999-12-31' }: Filter): Pick<Filter, 'from' | 'to'> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return { from: from > first ? from : first, to: to < last ? to : last };
}

test('cube and SQL give the same exact points', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const { cube, sql } = await both(filter, (snapshot) => snapshot.points());
      expect(cube).toEqual(sql);
    }),
    { numRuns: times(8, 100), examples: sureFilters.map((filter) => [filter]) },
  );
});

test('cube and SQL hold the same incidents on every tile', async () => {
  const tiles = [0, 3, 5, 7, 9, 11].flatMap((z) => [0, 1].map((step) => tileAround(20.5, 44, z, step)));
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...tiles),
      fc.record({ measure: fc.constantFrom(...measureNames), marks: fc.constantFrom(...tileMarks) }),
      async (filter, address, drawn) => {
        const { cube, sql } = await bothTiles(filter, address, drawn);
        expect(cube).toEqual(sql);
      },
    ),
    {
      numRuns: times(20, 150),
      examples: sureFilters.map((filter, index) => [
        filter,
        tiles[2 * index]!,
        { measure: 'weapons', marks: tileMarks[index % 3]! },
      ]),
    },
  );
});

test('cube and SQL count the same by hexagon, and never finer than the points are known', async () => {
  const levels = fc.integer({ min: hexagonLevels.coarsest, max: hexagonLevels.finest });
  let finest = 0;
  await fc.assert(
    fc.asyncProperty(filters, levels, fc.constantFrom(...measureNames), async (filter, level, measure) => {
      const { cube, sql } = await both(filter, async (snapshot) => {
        const { datasetVersion: _, ...answer } = await snapshot.hexagons(level, measure);
        return answer;
      });
      expect(cube).toEqual(sql);
      expect(cube.level).toBeLessThanOrEqual(cube.finest);
      finest = Math.max(finest, cube.level);
    }),
    // Of random filters hardly one selects exact points alone.
    { numRuns: times(12, 150), examples: [[{ place_precision: ['exact'] }, hexagonLevels.finest, 'incidents']] },
  );
  expect(finest).toBe(hexagonLevels.finest);
});

/** What both engines have on a tile, without the places and bounds of circles, which the cube says of squares. */
async function bothTiles(filter: Filter, address: TileAddress, drawn: TileDrawing = { measure: 'incidents', marks: 'circles' }) {
  return both(filter, async (snapshot) => {
    const { cells, incidents } = await snapshot.tile(address, drawn);
    for (const { x, y } of [...cells, ...incidents])
      expect(Math.max(x, y, extent - x, extent - y), 'on the tile').toBeLessThanOrEqual(extent);
    return {
      single: incidents.toSorted((one, other) => (one.properties.id < other.properties.id ? -1 : 1)),
      gathered: cells
        .map(({ properties: { country, count, killed, injured, types, amount, amounts } }) =>
          [country, count, killed, injured, types, amount, amounts].join(),
        )
        .toSorted(),
    };
  });
}

function tileAround(lon: number, lat: number, z: number, step: number) {
  const sine = Math.sin((lat * Math.PI) / 180);
  const side = 2 ** z;
  const x = Math.floor(((lon + 180) / 360) * side);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
  return { z, x: Math.min(x + step, side - 1), y };
}

test.each([2, 5, 9, 10, 12, 16])('at zoom %s both engines put what lies on the edges of the map on the same tiles', async (z) => {
  const last = 2 ** z - 1;
  const middle = 2 ** (z - 1);
  // Of the five longitudes two are the antimeridian and one is just east of it.
  const expected = new Map([
    ...[0, last].map((y): [string, number] => [`0/${y}`, 3 * 3 * 3]),
    ...[middle, last].flatMap((x) => [0, last].map((y): [string, number] => [`${x}/${y}`, 3 * 3])),
    ...[0, middle, last].flatMap((x) => [middle - 1, middle].map((y): [string, number] => [`${x}/${y}`, x === 0 ? 3 * 3 : 3])),
  ]);
  for (const [place, count] of expected) {
    const [x = 0, y = 0] = place.split('/').map(Number);
    const { cube, sql } = await bothTiles({ country: ['FJ'], from: '2024-03-15', to: '2024-03-15' }, { z, x, y });
    expect(cube, place).toEqual(sql);
    const gathered = cube.gathered.reduce((sum, text) => sum + Number(text.split(',')[1]), 0);
    expect(cube.single.length + gathered, place).toBe(count);
  }
});

test.each([
  ['over the antimeridian', [179.9999, -90, -179.9999, 90], 4 * 8],
  ['west of it, the line included', [179.9999, -90, 180, 90], 2 * 8],
  ['around the poles', [-180, 85.06, 180, 90], 5 * 2],
] as const)('a box %s holds the same in both engines', async (_, bbox, points) => {
  const filter = { bbox, country: ['FJ'], from: '2024-03-15', to: '2024-03-15' };
  const { cube, sql } = await both(filter, (snapshot) =>
    snapshot.summary({ interval: 'auto', facets: dimensionNames, hours: true }),
  );
  expect(cube).toEqual(sql);
  expect(cube.totals.incidents).toBe(points * 3);
});
