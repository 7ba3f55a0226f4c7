import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Dataset } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import { genericFormat, readMapping } from '@monitor/ingest/generic';
import type { Database } from '@monitor/store';
import { importFiles, type ImportOutcome } from '../../cli/src/import-files.ts';

/* Real files, which are not part of this repository: in the folder MONITOR_REAL_DATA, or in ../shared/data beside it. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data');

/** Whether there are none here, so that what needs them is left out. */
export const absent = !existsSync(folder);
if (absent) console.warn(`SKIPPED: the tests on real files, since there is no folder ${folder} (see MONITOR_REAL_DATA).`);

const mapping = await readFile(join(repository, 'packages/ingest/mappings/philadelphia.yaml'), 'utf8');
/** By the folder of the files, which becomes the name of the dataset. */
const formats = {
  'gva-2017': gva,
  'ucdp-ged-ukraine': ucdpGed,
  philadelphia: genericFormat(readMapping(mapping, 'philadelphia.yaml')),
} as const satisfies Readonly<Record<string, SourceFormat>>;

export type RealDataset = keyof typeof formats;

/** Imports the files of a dataset. @param isWanted of their names; all, where left out */
export async function importReal(
  database: Database,
  slug: RealDataset,
  isWanted = (_file: string) => true,
): Promise<ImportOutcome> {
  const format: SourceFormat = formats[slug];
  const dataset: Dataset = {
    title: slug,
    description: '',
    synthetic: false,
    killed_includes_suicides: false,
    licence: '',
    licence_url: null,
    attribution: '',
    url: null,
    ...format.dataset,
    slug,
  };
  const [paths, gazetteer] = await Promise.all([realFiles(slug, isWanted), loadGazetteer()]);
  const signal = new AbortController().signal;
  return importFiles(database, { paths, format, dataset, gazetteer, today: '2026-07-01', elsewhere: '/nowhere', signal });
}

/** Paths of the files of a dataset, by their names. @param isWanted of their names */
export async function realFiles(slug: RealDataset, isWanted: (file: string) => boolean): Promise<string[]> {
  const files = (await readdir(join(folder, slug))).filter((file) => file.endsWith('.csv') && isWanted(file));
  return files.toSorted().map((file) => join(folder, slug, file));
}

/** Sums of columns over the files themselves, read apart from everything that is tested. @param key column that incidents differ in */
export async function sumFiles(
  slug: RealDataset,
  isWanted: (file: string) => boolean,
  key: string,
  columns: readonly string[],
): Promise<{ incidents: number; sums: number[] }> {
  const keys = new Set<string>();
  const sums = columns.map(() => 0);
  for (const path of await realFiles(slug, isWanted)) {
    const text = await readFile(path, 'utf8');
    for (const row of parse<Record<string, string>>(text, { columns: true, relax_column_count: true, bom: true })) {
      if (!/\d/.test(row[key] ?? '')) continue;
      keys.add(row[key]!);
      for (const [index, column] of columns.entries()) sums[index]! += Number(row[column] ?? 0);
    }
  }
  return { incidents: keys.size, sums };
}
