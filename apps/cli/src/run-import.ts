import { demoDataset } from '@monitor/demo';
import { type Dataset, latestToday } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import type { OpenFile, SourceFormat } from '@monitor/ingest';
import { type Database, readDatasets } from '@monitor/store';
import { importFiles, type ImportOutcome } from './import-files.ts';
import { progressBar } from './progress-bar.ts';
import { type CommandContext, UsageError } from './command-context.ts';
import { withPreparedDatabase } from './with-database.ts';

export interface ImportRun {
  readonly paths: readonly string[];
  readonly files: readonly OpenFile[];
  /** The file beside which the list of rejected rows is written. */
  readonly beside: string;
  readonly format: SourceFormat;
  readonly dataset: Dataset;
  /** Given by the person, for a dataset that may be on record under another. */
  readonly title?: string | undefined;
  /** Only reads. */
  readonly dryRun?: boolean;
}

export interface FinishedImport extends ImportOutcome {
  /** True if these are the first real incidents, and made-up ones are still beside them. */
  readonly firstBesideDemo: boolean;
}

/** Imports files that can be opened, with a progress bar. Without a database for a dry run. */
export async function runImport(run: ImportRun, context: CommandContext): Promise<FinishedImport> {
  if (run.dryRun) return { ...(await withProgress(undefined, run, context)), firstBesideDemo: false };
  return withPreparedDatabase(context, async (database, signal) => {
    const known = await readDatasets(database, { signal });
    const dataset = knownDataset(known, run);
    const outcome = await withProgress(database, { ...run, dataset }, { ...context, signal });
    const besideDemo = known.some(({ slug }) => slug === demoDataset.slug) && known.every(({ synthetic }) => synthetic);
    return { ...outcome, firstBesideDemo: besideDemo && !dataset.synthetic };
  });
}

async function withProgress(
  database: Database | undefined,
  { paths, files, beside, format, dataset }: ImportRun,
  { folder, signal, errors }: CommandContext,
): Promise<ImportOutcome> {
  const bar = progressBar(errors);
  try {
    return await importFiles(database, {
      paths,
      files,
      beside,
      format,
      dataset,
      gazetteer: await loadGazetteer(),
      // Files come from all zones, and a machine may keep the time of any.
      today: latestToday(),
      elsewhere: folder,
      signal,
      onProgress: ({ read, total, incidents, stage }) => bar.update(read, total, incidents, stage),
    });
  } finally {
    bar.stop();
  }
}

/** A dataset on record keeps its title unless a new one is given. Made-up and real data never share one. */
function knownDataset(all: readonly Dataset[], { dataset, title }: ImportRun): Dataset {
  const known = all.find(({ slug }) => slug === dataset.slug);
  if (known && known.synthetic !== dataset.synthetic)
    throw new UsageError(
      `The dataset "${dataset.slug}" contains ${known.synthetic ? 'made-up' : 'real'} data, but the files contain ${dataset.synthetic ? 'made-up' : 'real'} data. Choose another name with --dataset.`,
    );
  return { ...dataset, title: title ?? known?.title ?? dataset.title };
}
