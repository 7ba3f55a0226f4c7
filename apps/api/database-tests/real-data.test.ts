import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Summary } from '@monitor/contract';
import { demoDataset, demoIncidents } from '@monitor/demo';
import type { Filter } from '@monitor/domain';
import { jurisdictions, regions } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import { genericFormat, readMapping } from '@monitor/ingest/generic';
import { loadReferenceData } from '@monitor/store';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { importFiles } from '../../cli/src/import-files.ts';
import { buildApp } from '../src/app.ts';
import type { Api } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { ask, expectAgreement } from './expect-agreement.ts';
import { rowsOf } from './csv-rows.ts';
import { anyFilter } from './random-filters.ts';
import { useTestApp } from './test-app.ts';

/* Made-up data on real places; and real files, which are not part of this repository: in the folder MONITOR_REAL_DATA, or in
 * ../shared/data beside it. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data');
const absent = !existsSync(folder);
if (absent) console.warn(`SKIPPED: the API over real files, since there is no folder ${folder} (see MONITOR_REAL_DATA).`);

const mapping = await readFile(join(repository, 'packages/ingest/mappings/philadelphia.yaml'), 'utf8');
const formats: Readonly<Record<string, SourceFormat>> = {
  'gva-2017': gva,
  'ucdp-ged-ukraine': ucdpGed,
  philadelphia: genericFormat(readMapping(mapping, 'philadelphia.yaml')),
};
// The one database has both engines over it.
const used = useTestApp([]);
let sqlApp: Api;

beforeAll(async () => {
  const gazetteer = await loadGazetteer();
  await loadReferenceData(used.database, { jurisdictions, regions, places: gazetteer.places });
  await importDrafts(used.database, [...demoIncidents(gazetteer, { until: '2025-12-31', seed: 1, rows: 5000 })], demoDataset);
  for (const [slug, format] of absent ? [] : Object.entries(formats)) {
    const dataset = { ...demoDataset, ...format.dataset, slug, synthetic: false };
    const options = { gazetteer, today: '2026-07-01', elsewhere: '/nowhere', signal: new AbortController().signal };
    await importFiles(used.database, { paths: await filesOf(slug), format, dataset, ...options });
  }
  await used.caughtUp();
  const analytics = sqlAnalytics(used.database);
  sqlApp = await buildApp({ ...used, cube: undefined, analytics, logLevel: 'silent', webFolder: '/nowhere' });
});
afterAll(() => sqlApp.close());

async function filesOf(name: string): Promise<string[]> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.csv'));
  // Of the one large set, which is imported whole in the tests of the importer, three months.
  const chosen = name === 'gva-2017' ? files.filter((file) => /2017-(05|06|12)/.test(file)) : files;
  return chosen.map((file) => join(folder, name, file));
}

/** Sums of columns over the files themselves, read apart from everything that is tested here. @param key column that incidents differ in */
async function sumFiles(name: string, key: string, columns: readonly string[]): Promise<{ incidents: number; sums: number[] }> {
  const files = await Promise.all((await filesOf(name)).map((file) => readFile(file, 'utf8')));
  const rows = files.flatMap((text) => parse<Record<string, string>>(text, { columns: true, relax_column_count: true, bom: true }));
  const counted = rows.filter((row) => /\d/.test(row[key] ?? ''));
  return {
    incidents: new Set(counted.map((row) => row[key])).size,
    sums: columns.map((column) => counted.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)),
  };
}

test.skipIf(absent).each([
  ['gva-2017', 'incident_id', ['n_killed', 'n_injured']],
  ['ucdp-ged-ukraine', 'id', ['best']],
  ['philadelphia', 'dc_key', ['fatal']],
] as const)('summary and CSV of %s give what summing the files gives', async (slug, key, columns) => {
  const { incidents, sums } = await sumFiles(slug, key, columns);
  const exported = rowsOf((await ask(used.app, '/api/v1/incidents.csv', { dataset: [slug] })).body);
  const sumOf = (column: 'killed' | 'injured') => exported.reduce((sum, row) => sum + Number(row[column]), 0);
  expect(exported).toHaveLength(incidents);
  expect([sumOf('killed'), sumOf('injured')].slice(0, columns.length)).toEqual(sums);
  for (const app of [used.app, sqlApp]) {
    const { totals } = (await ask(app, '/api/v1/summary', { dataset: [slug] }, 'facets=none')).json<Summary>();
    expect(totals.incidents).toBe(incidents);
    expect([totals.killed, totals.injured].slice(0, columns.length)).toEqual(sums);
  }
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
        { filter: { dataset: Object.keys(formats), from: '2017-12-01', to: '2017-12-14' }, countries: ['US', 'UA'] },
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
