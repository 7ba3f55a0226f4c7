import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CommandContext, UsageError } from './command-context.ts';
import { downloadFile, isAddress } from './download-file.ts';

/** The name of the standard input among files. */
const standardInput = '-';

/**
 * Uses files that a person named, after those that are not on this machine were brought here: the standard input (`-`) for as long as it is
 * used, and what is at an address. Files are read more than once, so that they must be on disk.
 * @param use is given their paths, and the path beside which something about them can be written
 */
export async function withFilesOnDisk(
  names: readonly string[],
  context: CommandContext,
  use: (paths: readonly string[], beside: string) => Promise<void>,
): Promise<void> {
  if (names.indexOf(standardInput) !== names.lastIndexOf(standardInput))
    throw new UsageError('The standard input (-) can only be read once.');
  const folder = names.includes(standardInput) ? await mkdtemp(join(tmpdir(), 'monitor-')) : undefined;
  try {
    const paths: string[] = [];
    for (const name of names) paths.push(await onDisk(name, folder, context));
    const [first = ''] = paths;
    const isElsewhere = names[0] === standardInput || isAddress(names[0] ?? '');
    await use(paths, isElsewhere ? resolve(context.folder, basename(first)) : first);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function onDisk(name: string, folder: string | undefined, context: CommandContext): Promise<string> {
  if (name === standardInput) return savedInput(folder ?? '', context);
  if (!isAddress(name)) return resolve(context.folder, name);
  const { path, inside, unchangedSince } = await downloadFile(name, context.downloadFolder, context);
  if (unchangedSince !== undefined) context.notify(`${basename(path)}: not changed since ${unchangedSince}.`);
  return join(path, inside);
}

async function savedInput(folder: string, { input, signal }: CommandContext): Promise<string> {
  if (input.isTTY)
    throw new UsageError('Nothing is sent to the standard input. Send a file to it, for example with: … import - < incidents.csv');
  const path = join(folder, 'standard-input');
  await pipeline(input, createWriteStream(path, { mode: 0o600 }), { signal });
  return path;
}
