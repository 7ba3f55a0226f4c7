import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Summary } from '@monitor/contract';
import { demoDataset, demoIncidents } from '@monitor/demo';
import { jurisdictions, regions } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import { loadReferenceData } from '@monitor/store';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { importFiles } from '../../cli/src/import-files.ts';
import { ask, expectAgreement } from './agreeing.ts';
import { rowsOf } from './csv-rows.ts';
import { anyFilter } from './random-filters.ts';
import { useTestApp } from './test-app.ts';

/* Made-up data on real places; and real files, which are not part of this repository: in the folder MONITOR_REAL_DATA, or in
 * ../shared/data beside it. */

const folder = process.env.MONITOR_REAL_DATA ?? resolve(fileURLToPath(new URL('../../../', import.meta.url)), '../shared/data');
const absent = !existsSync(folder);
if (absent) console.warn(`SKIPPED: the API over real files, since there is no folder ${folder} (see MONITOR_REAL_DATA).`);

const formats: Readonly<Record<string, SourceFormat>> = { 'gva-2017': gva, 'ucdp-ged-ukraine': ucdpGed };
const used = useTestApp([]);

beforeAll(async () => {
  const gazetteer = await loadGazetteer();
  await loadReferenceData(used.database, { jurisdictions, regions, places: gazetteer.places });
  await importDrafts(used.database, [...demoIncidents(gazetteer, { until: '2025-12-31', seed: 1, rows: 5000 })], demoDataset);
  if (absent) return;
  for (const [slug, format] of Object.entries(formats)) {
    const dataset = { ...demoDataset, ...format.dataset, slug, synthetic: false };
    const options = { gazetteer, today: '2026-07-01', elsewhere: '/nowhere', signal: new AbortController().signal };
    await importFiles(used.database, { paths: await filesOf(slug), format, dataset, ...options });
  }
}, 300_000);

async function filesOf(name: string): Promise<string[]> {
  return (await readdir(join(folder, name))).filter((file) => file.endsWith('.csv')).map((file) => join(folder, name, file));
}

/** Sums of columns over the files themselves, read apart from everything that is tested here. */
async function sumFiles(name: string, columns: readonly string[]): Promise<{ rows: number; sums: number[] }> {
  const files = await Promise.all((await filesOf(name)).map((file) => readFile(file, 'utf8')));
  const rows = files.flatMap((text) => parse<Record<string, string>>(text, { columns: true, relax_column_count: true, bom: true }));
  const counted = rows.filter((row) => !Object.values(row).includes('#event+id') && /\d/.test(row[columns[0] ?? ''] ?? ''));
  return { rows: counted.length, sums: columns.map((column) => counted.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)) };
}

test.skipIf(absent).each([
  ['gva-2017', ['n_killed', 'n_injured']],
  ['ucdp-ged-ukraine', ['best']],
] as const)('summary and CSV of %s give what summing the files gives', { timeout: 120_000 }, async (slug, columns) => {
  const { rows, sums } = await sumFiles(slug, columns);
  const { totals } = (await ask(used.app, '/api/v1/summary', { dataset: [slug] }, 'facets=none')).json<Summary>();
  const exported = rowsOf((await ask(used.app, '/api/v1/incidents.csv', { dataset: [slug] })).body);
  const sumOf = (column: 'killed' | 'injured') => exported.reduce((sum, row) => sum + Number(row[column]), 0);
  expect([totals.incidents, exported.length]).toEqual([rows, rows]);
  expect([totals.killed, totals.injured].slice(0, columns.length)).toEqual(sums);
  expect([sumOf('killed'), sumOf('injured')].slice(0, columns.length)).toEqual(sums);
});

test('list, summary, series, facets, tiles and CSV agree for any filter', { timeout: 600_000 }, async () => {
  const countries = ['RS', 'XK', 'BA', 'AL', 'UA', 'US'];
  const filters = anyFilter({
    country: countries,
    region: regions.filter(({ jurisdiction }) => countries.includes(jurisdiction)).map(({ code }) => code),
    dataset: ['demo', ...Object.keys(formats)],
  });
  let selecting = 0;
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 0, max: 6 }), async (filter, zoom) => {
      if ((await expectAgreement(used.app, filter, zoom)) > 0) selecting += 1;
    }),
    { numRuns: 10 },
  );
  expect(selecting).toBeGreaterThan(1);
});
