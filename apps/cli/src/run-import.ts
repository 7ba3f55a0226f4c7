import { demoDataset } from '@monitor/demo';
import { type Dataset, latestToday } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import type { OpenFile, SourceFormat } from '@monitor/ingest';
import { runningServerUrl } from '@monitor/built-in-server';
import { readServers } from './spread-servers.ts';
import { type Database, importSpread, mayImport, pendingMigrations, readDatasets } from '@monitor/store';
import { type Agreement, importFiles, type ImportOutcome } from './import-files.ts';
import { progressBar } from './progress-bar.ts';
import { type CommandContext, UsageError } from './command-context.ts';
import { refuseToMakeServer, whileThereIsRoom, withDatabase, withDatabaseAt, withPreparedDatabase } from './with-database.ts';
import { counted, waitWords } from './words.ts';

export interface ImportRun {
  readonly paths: readonly string[];
  readonly files: readonly OpenFile[];
  /** The file beside which the list of rejected rows is written. */
  readonly beside: string;
  readonly format: SourceFormat;
  readonly dataset: Dataset;
  /** Given by the person, for a dataset that may be on record under another. */
  readonly title?: string | undefined;
  /** Changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** The files have all incidents of the dataset: those that they do not have are retracted. */
  readonly complete?: boolean | undefined;
  /** Even if that is more than half of them. */
  readonly yes?: boolean | undefined;
}

export interface FinishedImport extends ImportOutcome {
  /** True if these are the first real incidents, and made-up ones are still beside them. */
  readonly firstBesideDemo: boolean;
}

/** Imports files that can be opened, with a progress bar. */
export async function runImport(run: ImportRun, context: CommandContext): Promise<FinishedImport> {
  if (run.dryRun) return { ...(await runDry(run, context)), firstBesideDemo: false };
  return withPreparedDatabase(context, async (database, signal) => {
    const known = await readDatasets(database, { signal });
    const dataset = knownDataset(known, run);
    const outcome = await withProgress(database, { ...run, dataset }, { ...context, signal });
    const besideDemo = known.some(({ slug }) => slug === demoDataset.slug) && known.every(({ synthetic }) => synthetic);
    return { ...outcome, firstBesideDemo: besideDemo && !dataset.synthetic };
  });
}

/**
 * Compares the files with the record, if that has the dataset and can be used as it is: a dry run brings no database up to date. With
 * `--complete`, it must be there.
 */
async function runDry(run: ImportRun, context: CommandContext): Promise<ImportOutcome> {
  const { databaseUrl, serverFolder } = context;
  const readFiles = () => withProgress(undefined, run, context);
  const compare = async (database: Database) => {
    const known = await readUpToDate(database);
    const dataset = knownDataset(known, run);
    if (known.every(({ slug }) => slug !== dataset.slug)) return readFiles();
    // What is undone takes room until then.
    return whileThereIsRoom(context, (signal) => withProgress(database, { ...run, dataset }, { ...context, signal }));
  };
  if (run.complete) {
    await refuseToMakeServer(context);
    return withDatabase(context, compare);
  }
  const url = databaseUrl ?? (await runningServerUrl({ folder: serverFolder }));
  const isThere = async (database: Database) => (await mayImport(database)) && (await readUpToDate(database)).length > 0;
  const isUsed = url !== undefined && (await withDatabaseAt(url, isThere).catch(() => false));
  return isUsed ? withDatabaseAt(url, compare) : readFiles();
}

async function readUpToDate(database: Database): Promise<Dataset[]> {
  if ((await pendingMigrations(database)).length > 0)
    throw new UsageError('The database is not up to date. Run "npx pnpm@12.4.2 monitor migrate" first.');
  return readDatasets(database);
}

/** What a person has to agree to before incidents are retracted; a dry run only says so. */
function agreement({ dataset, complete, yes, dryRun }: ImportRun, notify: (text: string) => void): Agreement | undefined {
  if (!complete) return undefined;
  const refuse = (reason: string) => {
    if (!dryRun) throw new UsageError(`${reason} Nothing was imported.`);
    notify(`${reason} The import itself will be refused.`);
  };
  return ({ absent, published, unreadable }) => {
    if (absent === 0) return;
    if (unreadable > 0)
      refuse(
        `With --complete, ${counted(absent, 'incident')} would be retracted, but ${counted(unreadable, 'rejected incident')} may be among them, since their identifiers cannot be read. Correct their rows, or leave out --complete.`,
      );
    if (absent * 2 > published && !yes)
      refuse(
        `With --complete, ${absent.toLocaleString('en')} of the ${counted(published, 'incident')} of "${dataset.slug}" would be retracted, which is more than half. Check that the files are complete. To retract them all the same, add --yes.`,
      );
  };
}

async function withProgress(database: Database | undefined, run: ImportRun, context: CommandContext): Promise<ImportOutcome> {
  const { folder, signal, errors, notify } = context;
  const { paths, files, beside, format, dataset, dryRun } = run;
  const servers = await readServers(context);
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
      dryRun,
      store: servers && ((front, options) => importSpread(front, servers, options)),
      complete: agreement(run, notify),
      onWait: (holder) => notify(waitWords(holder)),
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
