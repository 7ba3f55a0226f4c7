import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvDocument, parseFilter, viewNames, withChoices } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { jurisdiction, knownCodes, region } from '@monitor/geography';
import { openIncidentStream } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { UsageError } from '../usage-error.ts';
import { withDatabase } from '../with-database.ts';

export interface ExportOptions {
  readonly filter?: string;
  readonly hxl?: boolean;
  readonly readable?: boolean;
}

/** `monitor export`: published incidents of a filter as CSV, into a file or to the standard output. */
export async function exportCommand(file: string | undefined, options: ExportOptions, context: CommandContext): Promise<void> {
  const filter = readFilter(options.filter ?? '');
  const target = file === undefined ? undefined : await targetAt(resolve(context.folder, file));
  await withDatabase(context, async (database) => {
    const { datasets, portions } = await openIncidentStream(database, filter, { signal: context.signal });
    const style = options.readable === true ? 'readable' : 'plain';
    const text = Readable.from(csvDocument(portions, datasets, { location: jurisdiction, region }, { style, hxl: options.hxl }));
    if (target === undefined) await pipeline(text, process.stdout, { end: false });
    else if (target.isDevice) await pipeline(text, createWriteStream(target.path));
    else await writeWhole(text, target.path);
  });
}

/** The filter in an address of the Explore screen. How the screen shows it is passed over. */
function readFilter(text: string): Filter {
  const { filter, problems } = parseFilter(new URLSearchParams(text.replace(/^\?/, '')), viewNames, knownCodes);
  if (problems.length === 0) return filter;
  throw new UsageError(['--filter is not valid.', ...problems.map(withChoices)].join('\n'));
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

/** No permission, a file system that is read-only, or a full one. */
const cannotWrite: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);

/** The file has its name only when all of it is written. */
async function writeWhole(text: Readable, path: string): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await pipeline(text, createWriteStream(temporary));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw cannotWrite.has((error as NodeJS.ErrnoException).code ?? '')
      ? new UsageError(`Cannot write ${path}: ${(error as Error).message}`)
      : error;
  }
}
