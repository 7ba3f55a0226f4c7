import { basename, resolve } from 'node:path';
import { type Dataset, isDatasetSlug } from '@monitor/domain';
import { builtInFormat, openFiles, reportText, type SourceFormat, withPublishedPoints } from '@monitor/ingest';
import { mappedFormatName } from '@monitor/ingest/format-names';
import { type CommandContext, siteAddress, UsageError } from '../command-context.ts';
import { withFilesOnDisk } from '../files-on-disk.ts';

export interface ImportOptions {
  /** The name of a built-in format, or that of the format with a mapping. */
  readonly format: string;
  readonly mapping?: string;
  readonly dataset?: string;
  readonly title?: string;
  readonly encoding?: string;
  readonly points?: 'as_published';
  readonly dryRun?: boolean;
  readonly complete?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
  /** Scheme and host of the site. */
  readonly address?: string;
}

/** `monitor import`: files of incidents into the database, with a report. */
export async function importCommand(files: readonly string[], options: ImportOptions, context: CommandContext): Promise<void> {
  const start = performance.now();
  const format = await chosenFormat(options, context);
  const dataset = chosenDataset(options, format);
  await withFilesOnDisk(files, context, async (paths, beside) => {
    // Before anything else is loaded or a database started: most mistakes are found here.
    const opened = await openFiles(paths, format, options.encoding);
    const { runImport } = await import('../run-import.ts');
    // A mapping says what its dataset is called; the title of a format is only what it is called if nobody says.
    const title = options.title ?? (options.mapping === undefined ? undefined : format.dataset.title);
    const run = { ...options, title, paths, files: opened, beside, format, dataset };
    const { report, stored, rejectedFile, firstBesideDemo } = await runImport(run, context);
    const summary = report.summary({
      dryRun: options.dryRun ?? false,
      dataset: dataset.slug,
      stored,
      rejectedFile,
      seconds: Math.round(performance.now() - start) / 1_000,
      address: `${siteOf(options, context)}/explore?dataset=${dataset.slug}`,
    });
    context.print(options.json ? JSON.stringify(summary, null, 2) : reportText(summary));
    // A program that reads the output cannot answer.
    const asking = options.json ? { ...context, confirm: undefined } : context;
    if (firstBesideDemo) await (await import('./remove.ts')).offerToRemoveDemo(asking);
  });
}

/** The address of the site; empty if it is not known, as that of a database elsewhere. */
function siteOf({ address }: ImportOptions, { databaseUrl }: CommandContext): string {
  return address === undefined && databaseUrl !== undefined ? '' : siteAddress(address);
}

async function chosenFormat({ format, mapping, points, dryRun }: ImportOptions, { folder }: CommandContext): Promise<SourceFormat> {
  const builtIn = await builtInFormat(format);
  if (builtIn) {
    if (mapping !== undefined)
      throw new UsageError(
        `The ${format} format does not use a mapping. Leave out --mapping, or use --format ${mappedFormatName}.`,
      );
    return points === undefined ? builtIn : withPublishedPoints(builtIn);
  }
  if (points !== undefined) throw new UsageError('Leave out --points, and write "points: as_published" in the mapping.');
  if (mapping === undefined)
    throw new UsageError(`The ${mappedFormatName} format needs a mapping file. Add --mapping FILE. See docs/importing.md.`);
  const { genericFormat, loadMapping, readMapping, refuseUnknownDataset, refuseUnknownRows } =
    await import('@monitor/ingest/generic');
  const path = resolve(folder, mapping);
  const read = readMapping(await loadMapping(path), basename(path));
  refuseUnknownRows(read, basename(path));
  if (!dryRun) refuseUnknownDataset(read, basename(path));
  return genericFormat(read);
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
    public_identifiers: format.dataset.public_identifiers ?? false,
    licence: format.dataset.licence ?? '',
    licence_url: format.dataset.licence_url ?? null,
    attribution: format.dataset.attribution ?? '',
    url: format.dataset.url ?? null,
    covers: format.dataset.covers ?? null,
  };
}
