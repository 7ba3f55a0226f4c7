import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Dataset } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { builtInFormat, gva, type SourceFormat, ucdpGed } from '@monitor/ingest';
import type { Database } from '@monitor/store';
import { importFiles, type ImportOutcome } from '../../cli/src/import-files.ts';

/* Real files, which are not part of this repository: in the folder MONITOR_REAL_DATA, or in ../shared/data beside it. */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = process.env.MONITOR_REAL_DATA ?? resolve(repository, '../shared/data');

/** Whether there are none here, so that what needs them is left out. */
export const absent = !existsSync(folder);
if (absent) console.warn(`SKIPPED: the tests on real files, since there is no folder ${folder} (see MONITOR_REAL_DATA).`);

/** By the folder of the files, which becomes the name of the dataset. */
const formats = {
  'gva-2017': gva,
  'ucdp-ged-ukraine': ucdpGed,
  philadelphia: (await builtInFormat('philadelphia'))!,
} as const satisfies Readonly<Record<string, SourceFormat>>;

export type RealDataset = keyof typeof formats;

/** Imports files as a dataset. @param files of its folder, or parts of these; all, if left out */
export async function importReal(database: Database, slug: RealDataset, files?: readonly string[]): Promise<ImportOutcome> {
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
  const [paths, gazetteer] = await Promise.all([files ?? realFiles(slug, () => true), loadGazetteer()]);
  const signal = new AbortController().signal;
  return importFiles(database, { paths, format, dataset, gazetteer, today: '2026-07-01', elsewhere: '/nowhere', signal });
}

/** Paths of the files of a dataset, by their names. @param isWanted of their names */
export async function realFiles(slug: RealDataset, isWanted: (file: string) => boolean): Promise<string[]> {
  const files = (await readdir(join(folder, slug))).filter((file) => file.endsWith('.csv') && isWanted(file));
  return files.toSorted().map((file) => join(folder, slug, file));
}

/** The first rows of a file, as a file of the same name in another folder. */
export async function firstRows(path: string, rows: number, into: string): Promise<string> {
  const text = await readFile(path);
  const ends = parse(text, { info: true, to: rows + 1, relax_column_count: true }) as unknown as readonly {
    info: { bytes: number };
  }[];
  const part = join(into, basename(path));
  await writeFile(part, text.subarray(0, ends.at(-1)!.info.bytes));
  return part;
}

/** Sums of columns over files, read apart from everything that is tested. @param key column that incidents differ in */
export async function sumFiles(
  paths: readonly string[],
  key: string,
  columns: readonly string[],
): Promise<{ incidents: number; sums: number[] }> {
  const keys = new Set<string>();
  const sums = columns.map(() => 0);
  for (const path of paths) {
    const text = await readFile(path, 'utf8');
    for (const row of parse<Record<string, string>>(text, { columns: true, relax_column_count: true, bom: true })) {
      if (!/\d/.test(row[key] ?? '')) continue;
      keys.add(row[key]!);
      for (const [index, column] of columns.entries()) sums[index]! += Number(row[column] ?? 0);
    }
  }
  return { incidents: keys.size, sums };
}

/** The day of each incident of files, read apart from everything that is tested. @param key column that incidents differ in */
export async function daysOfFiles(paths: readonly string[], key: string, day: string): Promise<readonly string[]> {
  const days = new Map<string, string>();
  for (const path of paths)
    for (const row of parse<Record<string, string>>(await readFile(path), { columns: true, relax_column_count: true, bom: true }))
      if (/\d/.test(row[key] ?? '')) days.set(row[key]!, row[day]!.slice(0, 10));
  return [...days.values()];
}
