import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Dataset, isDatasetSlug } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { builtInFormats, FileError, genericFormat, openFiles, readMapping, type SourceFormat } from '@monitor/ingest';
import { type Database, readDatasets } from '@monitor/store';
import { importFiles, type ImportOutcome } from '../import-files.ts';
import { progressBar } from '../progress-bar.ts';
import type { CommandContext } from '../command-context.ts';
import { today } from '../today.ts';
import { UsageError } from '../usage-error.ts';
import { prepareDatabase, withDatabase } from '../with-database.ts';

/** The format whose columns a mapping file names. */
const mapped = 'generic';
export const formatNames: readonly string[] = [...builtInFormats.keys(), mapped];

export interface ImportOptions {
  /** One of `formatNames`. */
  readonly format: string;
  readonly mapping?: string;
  readonly dataset?: string;
  readonly title?: string;
  readonly encoding?: string;
  readonly dryRun?: boolean;
}

/** `monitor import`: files of incidents into the database, with a report. */
export async function importCommand(files: readonly string[], options: ImportOptions, context: CommandContext): Promise<void> {
  const format = await chosenFormat(options, context);
  const dataset = chosenDataset(options, format);
  const paths = files.map((file) => resolve(context.folder, file));
  // Before a database is started: most mistakes are found here.
  const { encoding } = options;
  await openFiles(paths, format, encoding);
  const run = (database: Database | undefined, into: Dataset) =>
    runImport(database, { paths, format, dataset: into, encoding }, context);
  const { report, stored, rejectedFiles } = options.dryRun
    ? await run(undefined, dataset)
    : await withDatabase(context, async (database) => {
        await prepareDatabase(database, context);
        context.signal.throwIfAborted();
        return run(database, await knownDataset(database, dataset, options));
      });
  context.print(report.text(stored, rejectedFiles));
}

async function runImport(
  database: Database | undefined,
  request: { paths: string[]; format: SourceFormat; dataset: Dataset; encoding: string | undefined },
  { folder, signal }: CommandContext,
): Promise<ImportOutcome> {
  const { paths, format, dataset, encoding } = request;
  const bar = progressBar(process.stderr);
  try {
    return await importFiles(database, {
      paths,
      format,
      dataset,
      encoding,
      gazetteer: await loadGazetteer(),
      today: today(),
      elsewhere: folder,
      signal,
      onProgress: ({ read, total, incidents, stage }) => bar.update(read, total, incidents, stage),
    });
  } finally {
    bar.stop();
  }
}

async function chosenFormat({ format, mapping }: ImportOptions, { folder }: CommandContext): Promise<SourceFormat> {
  const builtIn = builtInFormats.get(format);
  if (builtIn) {
    if (mapping !== undefined)
      throw new UsageError(`The format ${format} has no mapping. Leave out --mapping, or use --format ${mapped}.`);
    return builtIn;
  }
  if (mapping === undefined)
    throw new UsageError('The format generic needs a mapping file: add --mapping FILE. See docs/importing.md.');
  const path = resolve(folder, mapping);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileError(code === 'ENOENT' ? `${path}: file not found.` : `${path}: could not read the mapping (${message}).`);
  });
  return genericFormat(readMapping(text, basename(path)));
}

function chosenDataset({ dataset, title }: ImportOptions, format: SourceFormat): Dataset {
  const slug = dataset ?? format.dataset.slug;
  if (slug === undefined) throw new UsageError('Give the dataset a name with --dataset, such as --dataset gva-2017.');
  if (!isDatasetSlug(slug))
    throw new UsageError(`--dataset must be 2 to 60 lower-case letters, digits and single hyphens, not "${slug}".`);
  return {
    slug,
    title: title ?? format.dataset.title ?? slug,
    description: format.dataset.description ?? '',
    synthetic: format.dataset.synthetic ?? false,
    killed_includes_suicides: format.dataset.killed_includes_suicides ?? false,
    licence: format.dataset.licence ?? '',
    licence_url: format.dataset.licence_url ?? null,
    attribution: format.dataset.attribution ?? '',
    url: format.dataset.url ?? null,
  };
}

/** A dataset on record keeps its title unless a new one is given. Made-up and real data never share one. */
async function knownDataset(database: Database, dataset: Dataset, { title }: ImportOptions): Promise<Dataset> {
  const known = (await readDatasets(database)).find(({ slug }) => slug === dataset.slug);
  if (known && known.synthetic !== dataset.synthetic)
    throw new UsageError(
      `The dataset "${dataset.slug}" contains ${known.synthetic ? 'made-up' : 'real'} data, but the files contain ${dataset.synthetic ? 'made-up' : 'real'} data. Choose another name with --dataset.`,
    );
  return { ...dataset, title: title ?? known?.title ?? dataset.title };
}
