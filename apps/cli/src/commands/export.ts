import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvDocument, parseFilter } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { jurisdiction, knownCodes, region } from '@monitor/geography';
import { openIncidentStream } from '@monitor/store';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { withDatabase } from '../with-database.ts';

export interface ExportOptions {
  readonly filter?: string;
  readonly hxl?: boolean;
}

/** `monitor export`: published incidents of a filter as CSV, into a file or to the standard output. */
export async function exportCommand(file: string | undefined, options: ExportOptions, surroundings: Surroundings): Promise<void> {
  const filter = readFilter(options.filter ?? '');
  await withDatabase(surroundings, async (database) => {
    const { datasets, portions } = await openIncidentStream(database, filter, { signal: surroundings.signal });
    const text = Readable.from(csvDocument(portions, datasets, { location: jurisdiction, region }, { hxl: options.hxl }));
    if (file === undefined) await pipeline(text, process.stdout, { end: false });
    else await writeWhole(text, resolve(surroundings.folder, file));
  });
}

function readFilter(text: string): Filter {
  const { filter, problems } = parseFilter(new URLSearchParams(text.replace(/^\?/, '')), [], knownCodes);
  if (problems.length === 0) return filter;
  const lines = problems.map(({ message, allowed }) => (allowed ? `${message} Allowed are ${allowed.join(', ')}.` : message));
  throw new UsageError(['--filter cannot be used.', ...lines].join('\n'));
}

/** The file has its name only when all of it is written. */
async function writeWhole(text: Readable, path: string): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await pipeline(text, createWriteStream(temporary));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
