import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { filterQuery, type IncidentList, type Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { rowsOf } from './csv-rows.ts';
import { anyFilter } from './random-filters.ts';
import { useTestApp } from './test-app.ts';

const used = useTestApp(randomDrafts(3000));
const filters = anyFilter({
  country: [...referenceData.jurisdictions.map(({ code }) => code), 'DE'],
  region: [...referenceData.regions.map(({ code }) => code), 'RS-99'],
  dataset: ['made-up', 'none-such'],
});

async function get(path: string, filter: Filter, more = '') {
  const response = await used.app.inject(`${path}?${[filterQuery(filter), more].filter(Boolean).join('&')}`);
  expect([200, 204], response.body.slice(0, 500)).toContain(response.statusCode);
  return response;
}

interface Sums {
  incidents: number;
  killed: number;
  injured: number;
}

/** What all tiles of a zoom hold together. */
async function sumTiles(filter: Filter, zoom: number): Promise<Sums> {
  const sums: Sums = { incidents: 0, killed: 0, injured: 0 };
  for (let x = 0; x < 2 ** zoom; x++)
    for (let y = 0; y < 2 ** zoom; y++) {
      const { statusCode, rawPayload } = await get(`/api/v1/tiles/${zoom}/${x}/${y}.mvt`, filter);
      if (statusCode === 204) continue;
      for (const layer of Object.values(new VectorTile(new PbfReader(rawPayload)).layers))
        for (let index = 0; index < layer.length; index++) {
          const { count = 1, killed = 0, injured = 0 } = layer.feature(index).properties;
          sums.incidents += Number(count);
          sums.killed += Number(killed);
          sums.injured += Number(injured);
        }
    }
  return sums;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('list, summary, series, facets, tiles and CSV agree for any filter', { timeout: 300_000 }, async () => {
  let selecting = 0;
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 0, max: 2 }), async (filter, zoom) => {
      const list = (await get('/api/v1/incidents', filter, 'limit=1')).json<IncidentList>();
      const { totals, series, facets } = (await get('/api/v1/summary', filter, 'facets=country,urbanity')).json<Summary>();
      const rows = rowsOf((await get('/api/v1/incidents.csv', filter)).body);
      const tiles = await sumTiles(filter, zoom);
      if (list.total > 0) selecting += 1;

      expect(list.total).toBe(totals.incidents);
      expect(rows).toHaveLength(totals.incidents);
      expect(tiles.incidents + totals.withoutPoint).toBe(totals.incidents);
      expect(rows.filter(({ lon }) => lon === '')).toHaveLength(totals.withoutPoint);
      expect(sum(rows.map(({ killed }) => Number(killed)))).toBe(totals.killed);
      expect(sum(rows.map(({ injured }) => Number(injured)))).toBe(totals.injured);
      expect(sum(series.points.map(({ incidents }) => incidents))).toBe(totals.incidents);
      if (!filter.urbanity) expect(sum((facets.urbanity ?? []).map(({ incidents }) => incidents))).toBe(totals.incidents);
      if (totals.withoutPoint === 0)
        expect(tiles).toEqual({ incidents: totals.incidents, killed: totals.killed, injured: totals.injured });
    }),
    { numRuns: 60 },
  );
  expect(selecting).toBeGreaterThan(20);
});

test('the list walked to its end has every row of the CSV once', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom('occurred_on', '-killed', 'place', '-type'), async (filter, sort) => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const more: string = `limit=400&sort=${sort}&cursor=${encodeURIComponent(cursor)}`;
        const page: IncidentList = (await get('/api/v1/incidents', filter, more)).json<IncidentList>();
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      const rows = rowsOf((await get('/api/v1/incidents.csv', filter)).body);
      expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    }),
    { numRuns: 15 },
  );
});
