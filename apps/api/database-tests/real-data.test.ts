import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoIncidents } from '@monitor/demo';
import type { Filter } from '@monitor/domain';
import { regions } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { findDerivedFaults, readSummary } from '@monitor/store';
import { testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { times } from '../../../testing/depth.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { rowsHolding, storedTotals } from '../../cli/database-tests/stored.ts';
import type { ImportOutcome } from '../../cli/src/import-files.ts';
import { expectAgreement } from './expect-agreement.ts';
import { expectSums } from './expect-sums.ts';
import { anyFilter } from './random-filters.ts';
import { absent, firstRows, importReal, realFiles } from './real-files.ts';
import { useSqlApp, useTestApp } from './test-app.ts';

/* A part of the real files; deep runs import all of them, see real-data.deep.test.ts. */

const drafts = demoIncidents(await loadGazetteer(), { until: '2025-12-31', seed: 1, rows: times(800, 5000) });
const used = useTestApp([...drafts], { template: ready });
const sql = useSqlApp(used);
/** Of the Gun Violence Archive. */
const rows = times(1200, 5000);
let folder: string;
let archive: { readonly files: readonly string[]; readonly outcome: ImportOutcome };

beforeAll(async () => {
  if (absent) return;
  folder = await mkdtemp(join(tmpdir(), 'real-data-'));
  const [june = ''] = await realFiles('gva-2017', (file) => file === '2017-06.csv');
  const files = [await firstRows(june, rows, folder)];
  archive = { files, outcome: await importReal(used.database, 'gva-2017', files) };
  await importReal(used.database, 'ucdp-ged-ukraine');
  await used.caughtUp();
});
afterAll(() => absent || rm(folder, { recursive: true }));

describe.skipIf(absent)('real files are imported whole', () => {
  test('rows of the Gun Violence Archive: every one, every code in its table, and no names', async () => {
    const { stored, report } = archive.outcome;
    expect([stored?.inserted, report.rejected, report.warnings.get('unknown_code')]).toEqual([rows, 0, undefined]);
    const filter: Filter = { dataset: ['gva-2017'] };
    await expectSums([used.app, sql.app], filter, archive.files, 'incident_id', ['n_killed', 'n_injured']);
    // No murder followed by a suicide is filed under suicides alone.
    const [misfiled] = await used.database.connections<{ count: number }[]>`
      select count(*)::integer as count from incidents where type = 'suicide' and type_as_reported like '%Murder/Suicide%'`;
    expect(misfiled).toEqual({ count: 0 });
    // What these files have in place of names.
    expect(await rowsHolding(used.database, '::Withheld')).toEqual({});
  });

  test('UCDP events of Ukraine: 2,989 incidents, deaths as in the column best', async () => {
    const files = await realFiles('ucdp-ged-ukraine', () => true);
    await expectSums([used.app, sql.app], { dataset: ['ucdp-ged-ukraine'] }, files, 'id', ['best']);
    expect(await storedTotals(used.database, 'ucdp-ged-ukraine')).toMatchObject({ incidents: 2989, killed: 7882 });
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
  });

  test('what is derived of them matches their people, weapons and sources', async () => {
    expect(await findDerivedFaults(used.database)).toEqual({ faults: [], more: false });
  });
});

/** Parts of the record that hold some thousand incidents, enough to try many filters, and locations that are in them. */
const parts: readonly { filter: Filter; countries: readonly string[] }[] = [
  { filter: { dataset: [testDataset.slug] }, countries: ['RS', 'XK', 'BA', 'AL'] },
  ...(absent
    ? []
    : [
        { filter: { dataset: ['ucdp-ged-ukraine'] }, countries: ['UA'] },
        { filter: { dataset: ['gva-2017'] }, countries: ['US'] },
        { filter: { dataset: ['gva-2017', 'ucdp-ged-ukraine'], from: '2017-01-01', to: '2017-12-31' }, countries: ['US', 'UA'] },
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

test('both engines, list, series, facets, tiles and CSV agree for any filter over made-up incidents on real places and over real files', async () => {
  await fc.assert(
    fc.asyncProperty(filtersOfParts, fc.integer({ min: 0, max: 6 }), async (filter, zoom) => {
      await expectAgreement([used.app, sql.app], filter, zoom);
    }),
    { numRuns: times(parts.length + 1, 60), examples: parts.map(({ filter }, index) => [filter, index]) },
  );
});
