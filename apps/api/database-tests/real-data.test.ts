import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '@monitor/contract';
import { demoDataset, demoIncidents } from '@monitor/demo';
import type { Filter } from '@monitor/domain';
import { regions } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { findDerivedFaults, readSummary } from '@monitor/store';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { rowsHolding, storedTotals } from '../../cli/database-tests/stored.ts';
import type { ImportOutcome } from '../../cli/src/import-files.ts';
import { buildApp } from '../src/app.ts';
import type { Api } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { ask, expectAgreement } from './expect-agreement.ts';
import { rowsOf } from './csv-rows.ts';
import { anyFilter } from './random-filters.ts';
import { absent, importReal, type RealDataset, realDatasets, sumFiles } from './real-files.ts';
import { useTestApp } from './test-app.ts';

/* Real files are imported once: the tests of importing them look at what came of it, those of the API ask for it. */

// The one database has both engines over it.
const used = useTestApp([], {}, 'cube', ready);

const imports = new Map<RealDataset, Promise<ImportOutcome>>();
/** What the import of a whole dataset said; imports it where no test has yet. */
async function imported(slug: RealDataset): Promise<ImportOutcome> {
  const outcome = imports.get(slug) ?? importReal(used.database, slug);
  imports.set(slug, outcome);
  return outcome;
}

describe.skipIf(absent)('real files are imported whole', () => {
  test('the Gun Violence Archive of 2017: 61,401 incidents with the sums of the files', async () => {
    const { stored, report } = await imported('gva-2017');
    expect(stored).toMatchObject({ inserted: 61_401 });
    expect(report.rejected).toBe(0);
    expect(Object.fromEntries(report.warnings)).toMatchObject({ point_outside: 2 });
    expect(await storedTotals(used.database, 'gva-2017')).toEqual({
      incidents: 61_401,
      killed: 15_511,
      injured: 30_703,
      people: 94_268,
    });
    // Every characteristic, gun type and relationship is in its table.
    expect(report.warnings.get('unknown_code')).toBeUndefined();
    // No murder followed by a suicide is filed under suicides alone.
    const [misfiled] = await used.database.connections<{ count: number }[]>`
      select count(*)::integer as count from incidents where type = 'suicide' and type_as_reported like '%Murder/Suicide%'`;
    expect(misfiled).toEqual({ count: 0 });
    // Of the links the archive's own page is kept, and the few whose address is a number.
    const links = await used.database.connections`
      select kind, count(*)::integer as sources, count(url)::integer as links from sources group by kind order by kind`.values();
    expect(links).toEqual([
      ['media', expect.any(Number), 162],
      ['ngo', 61_401, 49_320],
    ]);
    // What these files have in place of names.
    expect(await rowsHolding(used.database, '::Withheld')).toEqual({});
    // A month of it again changes nothing.
    const again = await importReal(used.database, 'gva-2017', (file) => file === '2017-06.csv');
    expect(again.stored).toMatchObject({ inserted: 0, updated: 0, unchanged: 5158 });
  });

  test('UCDP events of Ukraine: 2,989 incidents, deaths as in the column best', async () => {
    expect((await imported('ucdp-ged-ukraine')).stored).toMatchObject({ inserted: 2989 });
    // Of the injured the file says nothing: an event without a death is no event in which nobody was harmed.
    const { facets } = await readSummary(
      used.database,
      { dataset: ['ucdp-ged-ukraine'] },
      { interval: 'year', facets: ['outcome'] },
    );
    expect(facets.outcome?.map(({ value, incidents }) => [value, incidents])).toEqual([
      ['killed', 2945],
      ['not_reported', 44],
    ]);
    expect(await storedTotals(used.database, 'ucdp-ged-ukraine')).toMatchObject({ incidents: 2989, killed: 7882 });
  });

  test('victims in Philadelphia: 14,861 people in 13,455 incidents', async () => {
    expect((await imported('philadelphia')).stored).toMatchObject({ inserted: 13_455 });
    expect(await storedTotals(used.database, 'philadelphia')).toEqual({
      incidents: 13_455,
      killed: 3049,
      injured: 11_702,
      people: 14_861,
    });
  });

  test('what is derived of them matches their people, weapons and sources', async () => {
    expect(await findDerivedFaults(used.database)).toEqual({ faults: [], more: false });
  });
});

describe('the API over made-up incidents on real places, and over real files', () => {
  let sqlApp: Api;

  beforeAll(async () => {
    const drafts = demoIncidents(await loadGazetteer(), { until: '2025-12-31', seed: 1, rows: 5000 });
    await importDrafts(used.database, [...drafts], demoDataset);
    for (const slug of absent ? [] : realDatasets) await imported(slug);
    await used.caughtUp();
    const analytics = sqlAnalytics(used.database);
    sqlApp = await buildApp({ ...used, cube: undefined, analytics, logLevel: 'silent', webFolder: '/nowhere' });
  });
  afterAll(() => sqlApp.close());

  test.skipIf(absent).each([
    // Of the one large set, which is imported whole, three months.
    ['gva-2017', { from: '2017-05-01', to: '2017-06-30' }, /2017-0[56]/, 'incident_id', ['n_killed', 'n_injured']],
    ['gva-2017', { from: '2017-12-01', to: '2017-12-31' }, /2017-12/, 'incident_id', ['n_killed', 'n_injured']],
    ['ucdp-ged-ukraine', {}, /./, 'id', ['best']],
    ['philadelphia', {}, /./, 'dc_key', ['fatal']],
  ] as const)('summary and CSV of %s (%o) give what summing the files gives', async (slug, period, wanted, key, columns) => {
    const { incidents, sums } = await sumFiles(slug, (file) => wanted.test(file), key, columns);
    const filter: Filter = { dataset: [slug], ...period };
    const exported = rowsOf((await ask(used.app, '/api/v1/incidents.csv', filter)).body);
    const sumOf = (column: 'killed' | 'injured') => exported.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(exported).toHaveLength(incidents);
    expect([sumOf('killed'), sumOf('injured')].slice(0, columns.length)).toEqual(sums);
    for (const app of [used.app, sqlApp]) {
      const { totals } = (await ask(app, '/api/v1/summary', filter, 'facets=none')).json<Summary>();
      expect(totals.incidents).toBe(incidents);
      expect([totals.killed, totals.injured].slice(0, columns.length)).toEqual(sums);
    }
  });

  test('both engines, list, series, facets, tiles and CSV agree for any filter', { timeout: 600_000 }, async () => {
    let selecting = 0;
    await fc.assert(
      fc.asyncProperty(filtersOfParts, fc.integer({ min: 0, max: 6 }), async (filter, zoom) => {
        if ((await expectAgreement([used.app, sqlApp], filter, zoom)) > 0) selecting += 1;
      }),
      { numRuns: 40 },
    );
    expect(selecting).toBeGreaterThan(10);
  });
});

/** Periods of a dataset that hold some thousand incidents, enough to try many filters, and locations that are in it. */
const parts: readonly { filter: Filter; countries: readonly string[] }[] = [
  { filter: { dataset: ['demo'] }, countries: ['RS', 'XK', 'BA', 'AL'] },
  ...(absent
    ? []
    : [
        { filter: { dataset: ['ucdp-ged-ukraine'] }, countries: ['UA'] },
        { filter: { dataset: ['philadelphia'], from: '2019-01-01', to: '2020-12-31' }, countries: ['US'] },
        { filter: { dataset: ['gva-2017'], from: '2017-05-15', to: '2017-06-14' }, countries: ['US'] },
        { filter: { dataset: realDatasets, from: '2017-12-01', to: '2017-12-14' }, countries: ['US', 'UA'] },
      ]),
];

/** Filters of a few constraints within one of the parts. */
const filtersOfParts = fc.oneof(
  ...parts.map(({ filter, countries }) => {
    const region = regions.filter(({ jurisdiction }) => countries.includes(jurisdiction)).map(({ code }) => code);
    const open = { country: countries, region, dataset: filter.dataset ?? [] };
    return anyFilter(open, 2).map((constraints): Filter => ({ ...constraints, ...filter }));
  }),
);
