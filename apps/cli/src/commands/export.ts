import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  csvColumns,
  exportFormat,
  type ExportFormatName,
  exportFormatNames,
  exportOptions,
  parseFilter,
  readAgainst,
  type Selection,
  viewNames,
  withChoices,
} from '@monitor/contract';
import { today } from '@monitor/domain';
import { incidentNames, writeDownload } from '@monitor/formats';
import { knownCodes } from '@monitor/geography';
import { readFocusOf } from '@monitor/geography/read-focus';
import { openIncidentStream } from '@monitor/store';
import { type CommandContext, siteAddress, UsageError } from '../command-context.ts';
import { replaceFile } from '../new-file.ts';
import { withDatabase } from '../with-database.ts';

export interface ExportOptions {
  readonly format?: ExportFormatName;
  readonly filter?: string;
  /** Names with commas between them. */
  readonly columns?: string;
  readonly hxl?: boolean;
  readonly readable?: boolean;
  /** Scheme and host that the addresses of records begin with. */
  readonly address?: string;
}

/** `monitor export`: published incidents of a filter, into a file or to the standard output. */
export async function exportCommand(file: string | undefined, options: ExportOptions, context: CommandContext): Promise<void> {
  const selection = readSelection(options.filter ?? '');
  const name = options.format ?? formatOfFile(file);
  const format = exportFormat(name);
  const chosen = {
    style: options.readable === true ? ('readable' as const) : undefined,
    columns: options.columns === undefined ? undefined : readColumns(options.columns),
    hxl: options.hxl,
  };
  const refused = exportOptions.filter(
    (option) => option !== 'bom' && option !== 'headings' && chosen[option] !== undefined && !format.options.includes(option),
  );
  if (refused.length > 0)
    throw new UsageError(`${format.label} has no ${refused.map((option) => `--${optionNames[option]}`).join(' and no ')}.`);
  const target = file === undefined ? undefined : await targetAt(resolve(context.folder, file));
  const { title, notes } = readFocusOf(process.env, context.folder);
  await withDatabase(context, async (database) => {
    const { tables, mostIncidents } = format;
    const stream = await openIncidentStream(database, selection, { signal: context.signal, tables });
    try {
      const { datasetVersion, datasets, incidents, table, total } = stream;
      if (mostIncidents !== undefined && total > mostIncidents)
        throw new UsageError(`${format.label} can hold ${mostIncidents} incidents, and ${total} match. Choose another --format.`);
      const origin = siteAddress(options.address);
      const about = {
        publisher: process.env.PUBLISHER_NAME?.trim() || title,
        notes,
        origin,
        selection,
        datasetVersion,
        downloadedOn: today(),
        datasets,
      };
      const names = incidentNames(datasets, origin);
      const pieces = writeDownload(name, { incidents, table, total, names, about, options: chosen });
      const text = Readable.from(pieces, { objectMode: false });
      if (target === undefined) await pipeline(text, context.output, { end: false }).catch(unlessReaderLeft);
      else if (target.isDevice) await pipeline(text, createWriteStream(target.path)).catch(unlessReaderLeft);
      else {
        await replaceFile(target.path, (written) => pipeline(text, written));
        context.notify(`${target.path} was written and read back, from dataset version ${datasetVersion}.`);
      }
    } finally {
      await stream.close();
    }
  });
}

/** A reader that has enough, such as `head`, is not a failure. */
function unlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

const optionNames = { style: 'readable', columns: 'columns', hxl: 'hxl', headings: 'readable', bom: 'bom' } as const;

/** The format that a file is named for; CSV where its name says nothing. */
function formatOfFile(file = ''): ExportFormatName {
  return exportFormatNames.find((name) => file.toLowerCase().endsWith(`.${exportFormat(name).extension}`)) ?? 'csv';
}

/** The filter in an address of the Explore screen, and what it is compared with. How the screen shows it is passed over. */
function readSelection(text: string): Selection {
  const pairs = new URLSearchParams(text.replace(/^\?/, ''));
  const { filter, problems } = parseFilter(pairs, viewNames, knownCodes);
  const { against, problems: inside } = readAgainst(pairs.get('against') ?? '', knownCodes);
  if (problems.length + inside.length === 0) return { filter, against };
  throw new UsageError(['--filter is not valid.', ...[...problems, ...inside].map(withChoices)].join('\n'));
}

/** Reads names of columns. Throws `UsageError` if one of them is not the name of a column. */
function readColumns(text: string): readonly string[] {
  const known = csvColumns.map(({ name }) => name);
  const columns = text.split(',').map((name) => name.trim());
  const wrong = columns.find((name) => !known.includes(name));
  if (wrong === undefined) return columns;
  throw new UsageError(`"${wrong}" is not a column. Use some of ${known.join(', ')}.`);
}

interface Target {
  readonly path: string;
  /** A device or a pipe, which is written to and never replaced. */
  readonly isDevice: boolean;
}

/** @throws UsageError where no file can be written there */
async function targetAt(path: string): Promise<Target> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (folder?.isDirectory() !== true)
    throw new UsageError(
      `Cannot write ${path}: the folder ${dirname(path)} does not exist. Create it first, or choose another folder.`,
    );
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) throw new UsageError(`${path} is a folder. Give the name of a file in it.`);
  return { path, isDevice: found !== undefined && !found.isFile() };
}
