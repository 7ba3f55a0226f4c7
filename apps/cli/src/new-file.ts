import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { link, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { isFileTrouble } from './explain-error.ts';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` where no new file can be made. */
export async function refuseExisting(path: string): Promise<void> {
  if ((await stat(dirname(path)).catch(() => undefined))?.isDirectory() !== true)
    throw new UsageError(
      `Cannot write ${path}: the folder ${dirname(path)} does not exist. Create it first, or choose another folder.`,
    );
  if ((await stat(path).catch(() => undefined)) !== undefined)
    throw new UsageError(`${path} already exists. Nothing was written. Choose another name, or move it away.`);
}

/**
 * Makes a file that only its owner can read. It has its name only when all of it is on the disk, and replaces none. Throws `UsageError`
 * where it cannot be written.
 * @param write ends the stream
 */
export async function writeNewFile(path: string, write: (file: Writable) => Promise<void>): Promise<void> {
  await refuseExisting(path);
  await writeUnfinished(path, write, { mode: 0o600, giveName: giveNewName });
}

/**
 * Writes a file that has its name only when all of it is on the disk, and then replaces one that had it. Throws `UsageError` where it
 * cannot be written.
 * @param write ends the stream
 */
export async function replaceFile(path: string, write: (file: Writable) => Promise<void>): Promise<void> {
  await writeUnfinished(path, write, { mode: 0o666, giveName: rename });
}

interface Finishing {
  readonly mode: number;
  readonly giveName: (unfinished: string, path: string) => Promise<void>;
}

/** Writes under a name that nobody can know beforehand, so that nothing is written through a link or into a file of somebody else. */
async function writeUnfinished(
  path: string,
  write: (file: Writable) => Promise<void>,
  { mode, giveName }: Finishing,
): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const file = createWriteStream(unfinished, { flags: 'wx', mode, flush: true });
    const closed = new Promise<void>((resolve) => file.once('close', resolve));
    try {
      await once(file, 'open');
      await write(file);
    } catch (error) {
      file.destroy();
      throw error;
    } finally {
      await closed;
    }
    await giveName(unfinished, path);
  } catch (error) {
    throw isFileTrouble(error) ? new UsageError(`Cannot write ${path}: ${(error as Error).message}. Nothing was written.`) : error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Gives the name to no other. Some file systems, such as those of USB sticks, have no links; there, a file that was made meanwhile is seen a moment too early. */
async function giveNewName(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') await refuseExisting(path).then(() => rename(unfinished, path));
    else await refuseExisting(path);
  }
}
