import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Dataset } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import { genericFormat, readMapping } from '@monitor/ingest/generic';
import { findDerivedFaults, readSummary } from '@monitor/store';
import { importFiles } from '../src/import-files.ts';
import { useReadyDatabase } from './ready-database.ts';
import { rowsHolding, storedTotals } from './stored.ts';

/* Real files, which are not part of this repository: in the folder MONITOR_REAL_DATA, or in ../shared/data beside it. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data');
const absent = !existsSync(folder);
if (absent) console.warn(`SKIPPED: the imports of real files, since there is no folder ${folder} (see MONITOR_REAL_DATA).`);

const used = useReadyDatabase();

async function run(name: string, format: SourceFormat, isWanted = (file: string) => file.endsWith('.csv')) {
  const files = (await readdir(join(folder, name))).filter(isWanted).toSorted();
  const dataset: Dataset = {
    title: name,
    description: '',
    synthetic: false,
    killed_includes_suicides: false,
    licence: '',
    licence_url: null,
    attribution: '',
    url: null,
    ...format.dataset,
    slug: name,
  };
  return importFiles(used.database, {
    paths: files.map((file) => join(folder, name, file)),
    format,
    dataset,
    gazetteer: await loadGazetteer(),
    today: '2026-07-01',
    elsewhere: '/nowhere',
    signal: new AbortController().signal,
  });
}

test.skipIf(absent)('the Gun Violence Archive of 2017: 61,401 incidents with the sums of the files', async () => {
  const { stored, report } = await run('gva-2017', gva);
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
    ['media', expect.any(Number), 219],
    ['ngo', 61_401, 61_401],
  ]);
  // What these files have in place of names.
  expect(await rowsHolding(used.database, '::Withheld')).toEqual({});
  // A month of it again changes nothing.
  const again = await run('gva-2017', gva, (file) => file === '2017-06.csv');
  expect(again.stored).toMatchObject({ inserted: 0, updated: 0, unchanged: 5158 });
});

test.skipIf(absent)('UCDP events of Ukraine: 2,989 incidents, deaths as in the column best', async () => {
  expect((await run('ucdp-ged-ukraine', ucdpGed)).stored).toMatchObject({ inserted: 2989 });
  // Of the injured the file says nothing: an event without a death is no event in which nobody was harmed.
  const { facets } = await readSummary(used.database, { dataset: ['ucdp-ged-ukraine'] }, { interval: 'year', facets: ['outcome'] });
  expect(facets.outcome?.map(({ value, incidents }) => [value, incidents])).toEqual([
    ['killed', 2945],
    ['not_reported', 44],
  ]);
  expect(await storedTotals(used.database, 'ucdp-ged-ukraine')).toMatchObject({ incidents: 2989, killed: 7882 });
});

test.skipIf(absent)('victims in Philadelphia: 14,861 people in 13,455 incidents', async () => {
  const mapping = await readFile(join(repository, 'packages/ingest/mappings/philadelphia.yaml'), 'utf8');
  const format = genericFormat(readMapping(mapping, 'philadelphia.yaml'));
  expect((await run('philadelphia', format)).stored).toMatchObject({ inserted: 13_455 });
  expect(await storedTotals(used.database, 'philadelphia')).toEqual({
    incidents: 13_455,
    killed: 3049,
    injured: 11_702,
    people: 14_861,
  });
});

test.skipIf(absent)('match people, weapons and sources', async () => {
  expect(await findDerivedFaults(used.database)).toEqual([]);
});
