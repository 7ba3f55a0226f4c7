import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facets, type Filter, intervals } from '@monitor/domain';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { anyFilter } from './random-filters.ts';
import { useTestApp } from './test-app.ts';

const used = useTestApp(randomDrafts(2000), {}, 'cube');
const filters = anyFilter({
  country: referenceData.jurisdictions.map(({ code }) => code),
  region: referenceData.regions.map(({ code }) => code),
  dataset: ['made-up', 'none-such'],
});
const signal = new AbortController().signal;

/** What both engines say. */
async function both<Answer>(
  filter: Filter,
  ask: (snapshot: Awaited<ReturnType<typeof used.analytics.snapshot>>) => Promise<Answer>,
) {
  const [cube, sql] = await Promise.all([
    used.analytics.snapshot(filter, signal),
    sqlAnalytics(used.database).snapshot(filter, signal),
  ]);
  return { cube: await ask(cube), sql: await ask(sql) };
}

test('cube and SQL give the same summary for any filter, to the last facet', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom('auto' as const, ...intervals), async (filter, interval) => {
      const { cube, sql } = await both(filter, (snapshot) => snapshot.summary({ interval, facets, hours: true }));
      expect(cube).toEqual(sql);
    }),
    { numRuns: 80 },
  );
});

test('cube and SQL hold the same incidents on every tile', { timeout: 120_000 }, async () => {
  const tiles = [0, 3, 5, 7, 9, 11].flatMap((z) => [0, 1].map((step) => tileAround(20.5, 44, z, step)));
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(...tiles), async (filter, address) => {
      const { cube, sql } = await both(filter, async (snapshot) => {
        const { cells, incidents } = await snapshot.tile(address);
        return {
          single: incidents.toSorted((one, other) => (one.properties.id < other.properties.id ? -1 : 1)),
          gathered: cells
            .map(({ properties: { country, count, killed, injured, types } }) => [country, count, killed, injured, types].join())
            .toSorted(),
        };
      });
      expect(cube).toEqual(sql);
    }),
    { numRuns: 60 },
  );
});

function tileAround(lon: number, lat: number, z: number, step: number) {
  const sine = Math.sin((lat * Math.PI) / 180);
  const side = 2 ** z;
  const x = Math.floor(((lon + 180) / 360) * side);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
  return { z, x: Math.min(x + step, side - 1), y };
}
