import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFormatNames, type IncidentList, type Summary } from '@monitor/contract';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { ask, expectAgreement } from './expect-agreement.ts';
import { rowsOf } from './csv-rows.ts';
import { addressOfFormat, type ExportedRow, exportedRows, fingerprint } from './exported-rows.ts';
import { anyFilter } from './random-filters.ts';
import { useTestApp } from './test-app.ts';
import { listedIds, ogcQuery, walkItems } from './walk-pages.ts';

const filters = anyFilter({
  country: [...referenceData.jurisdictions.map(({ code }) => code), 'DE'],
  region: [...referenceData.regions.map(({ code }) => code), 'RS-24'],
  dataset: ['made-up', 'none-such'],
});

describe.each(['sql', 'cube'] as const)('numbers from %s', (engine) => {
  const used = useTestApp(randomDrafts(1500), {}, engine);

  test('list, summary, series, facets, tiles and CSV agree for any filter', async () => {
    let selecting = 0;
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 0, max: 11 }), async (filter, zoom) => {
        if ((await expectAgreement([used.app], filter, zoom)) > 0) selecting += 1;
      }),
      { numRuns: 40 },
    );
    expect(selecting).toBeGreaterThan(12);
  });

  test('the list walked to its end has every row of the CSV once', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom('occurred_on', '-killed', 'place', '-type'), async (filter, sort) => {
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const more: string = `limit=400&sort=${sort}&cursor=${encodeURIComponent(cursor)}`;
          const page: IncidentList = (await ask(used.app, '/api/v1/incidents', filter, more)).json<IncidentList>();
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        }
        const rows = rowsOf((await ask(used.app, '/api/v1/incidents.csv', filter)).body);
        expect(seen.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      }),
      { numRuns: 15 },
    );
  });

  test('every download and the OGC API have the incidents of the list, as many as the summary counts, with the same numbers and points', async () => {
    let selecting = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const ids = await listedIds(used.app, filter);
        const { totals } = (await ask(used.app, '/api/v1/summary', filter)).json<Summary>();
        if (ids.length > 0) selecting += 1;
        const expected = {
          ids: fingerprint(ids),
          incidents: totals.incidents,
          killed: totals.killed,
          withoutPoint: totals.withoutPoint,
        };
        for (const name of exportFormatNames)
          expect([name, sumsOf(await exportedRows(name, (await ask(used.app, addressOfFormat(name), filter)).rawPayload))]).toEqual(
            [name, expected],
          );
        const isAsked = filter.dataset?.includes('made-up') ?? true;
        const pages = isAsked ? await walkItems(used.app, `/ogc/collections/made-up/items?${ogcQuery(filter)}&limit=1000`) : [];
        const features = pages.flatMap((page) => page.features);
        const items = features.map(({ id, geometry, properties }) => ({
          id,
          killed: properties['killed'] as number | null,
          lon: geometry?.coordinates[0] ?? null,
        }));
        expect(sumsOf(items)).toEqual(expected);
      }),
      { numRuns: 15 },
    );
    expect(selecting).toBeGreaterThan(4);
  });
});

function sumsOf(rows: readonly ExportedRow[]) {
  return {
    ids: fingerprint(rows.map(({ id }) => id)),
    incidents: rows.length,
    killed: rows.reduce((sum, { killed }) => sum + (killed ?? 0), 0),
    withoutPoint: rows.filter(({ lon }) => lon === null).length,
  };
}
