import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFormatNames, type Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { ask, expectAgreement } from './expect-agreement.ts';
import { addressOfFormat, type ExportedRow, exportedRows, fingerprint } from './exported-rows.ts';
import { anyFilter, sureFilters } from './random-filters.ts';
import { useRandomApp, useSqlApp } from './test-app.ts';
import { listedIds, ogcQuery, walkItems } from './walk-pages.ts';

const filters = anyFilter({
  country: [...referenceData.jurisdictions.map(({ code }) => code), 'DE'],
  region: [...referenceData.regions.map(({ code }) => code), 'RS-24'],
  dataset: ['made-up', 'none-such'],
});

const used = useRandomApp();
const sql = useSqlApp(used);
const engines = ['sql', 'cube'] as const;
const appOf = (engine: (typeof engines)[number]) => (engine === 'sql' ? sql.app : used.app);

/** Each filter that selects something for sure is tried with the engines in turn. */
const sure = sureFilters.map((filter, index) => [engines[index % 2]!, filter] as const);
const anyEngine = fc.constantFrom(...engines);

test('list, summary, series, facets, tiles and CSV agree for any filter, whichever engine the numbers come from', async () => {
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 0, max: times(5, 11) }), async (filter, zoom) => {
      await expectAgreement([used.app, sql.app], filter, zoom);
    }),
    {
      numRuns: times(8, 80),
      examples: [...sureFilters.map((filter, index): [Filter, number] => [filter, 1 + index]), [{ country: ['XK'] }, 11]],
    },
  );
});

test('every download and the OGC API have the incidents of the list, as many as the summary counts, with the same numbers and points', async () => {
  await fc.assert(
    fc.asyncProperty(anyEngine, filters, async (engine, filter) => {
      const app = appOf(engine);
      const ids = await listedIds(app, filter);
      const { totals } = (await ask(app, '/api/v1/summary', filter)).json<Summary>();
      const expected = {
        ids: fingerprint(ids),
        incidents: totals.incidents,
        killed: totals.killed,
        withoutPoint: totals.withoutPoint,
      };
      for (const name of exportFormatNames)
        expect([name, sumsOf(await exportedRows(name, (await ask(app, addressOfFormat(name), filter)).rawPayload))]).toEqual([
          name,
          expected,
        ]);
      const isAsked = filter.dataset?.includes('made-up') ?? true;
      const pages = isAsked ? await walkItems(app, `/ogc/collections/made-up/items?${ogcQuery(filter)}&limit=1000`) : [];
      const features = pages.flatMap((page) => page.features);
      const items = features.map(({ id, geometry, properties }) => ({
        id,
        killed: properties['killed'] as number | null,
        lon: geometry?.coordinates[0] ?? null,
      }));
      expect(sumsOf(items)).toEqual(expected);
    }),
    { numRuns: times(3, 40), examples: sure.slice(1, 4).map(([engine, filter]) => [engine, filter]) },
  );
});

function sumsOf(rows: readonly ExportedRow[]) {
  return {
    ids: fingerprint(rows.map(({ id }) => id)),
    incidents: rows.length,
    killed: rows.reduce((sum, { killed }) => sum + (killed ?? 0), 0),
    withoutPoint: rows.filter(({ lon }) => lon === null).length,
  };
}
