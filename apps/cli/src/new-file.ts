import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type Stats } from 'node:fs';
import { chmod, link, lstat, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFileTrouble } from './explain-error.ts';
import { UsageError } from './command-context.ts';

/** Throws `UsageError` where no new file can be made. */
export async function refuseExisting(path: string): Promise<void> {
  if ((await stat(dirname(path)).catch(() => undefined))?.isDirectory() !== true)
    throw new UsageError(
      `Cannot write ${path}: the folder ${dirname(path)} does not exist. Create it first, or choose another folder.`,
    );
  const found = await entryAt(path);
  if (found === undefined) return;
  const what = found.isDirectory() ? 'is a folder' : found.isSymbolicLink() ? 'is a link' : 'already exists';
  throw new UsageError(`${path} ${what}. Nothing was written. Choose another name, or move it away.`);
}

/** What has a name, also where it is a link that leads nowhere. */
async function entryAt(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export interface NewFileOptions {
  /** Looks at more than that the bytes are those that were written. Throws where the file must not get its name. */
  readonly look?: (unfinished: string) => Promise<void>;
  /** Gives the file its name, and does what nobody may see without it. */
  readonly finish?: (giveName: () => Promise<void>) => Promise<void>;
}

/**
 * Makes a file that only its owner can read. It has its name only when all of it is on the disk and was read back, and replaces none. At
 * the end it is read by that name. Throws `UsageError` where it cannot be written, or is not what was written.
 * @param write ends the stream
 */
export async function writeNewFile(
  path: string,
  write: (file: Writable) => Promise<void>,
  options: NewFileOptions = {},
): Promise<void> {
  await refuseExisting(path);
  await writeUnfinished(path, write, { mode: 0o600, giveName: giveNewName, ...options });
}

/**
 * Writes a file that has its name only when all of it is on the disk and was read back, and then replaces one that had it, also if that was
 * a link. A file that is replaced leaves its permissions to it. At the end it is read by that name. Throws `UsageError` where it cannot be
 * written, or is not what was written.
 * @param write ends the stream
 */
export async function replaceFile(path: string, write: (file: Writable) => Promise<void>): Promise<void> {
  const found = await entryAt(path);
  // It is read back.
  const kept = found?.isFile() === true ? (found.mode & 0o777) | 0o400 : undefined;
  await writeUnfinished(path, write, {
    mode: kept ?? 0o666,
    giveName: async (unfinished) => {
      if (kept !== undefined) await chmod(unfinished, kept);
      await rename(unfinished, path);
    },
  });
}

interface Finishing extends NewFileOptions {
  readonly mode: number;
  readonly giveName: (unfinished: string, path: string) => Promise<void>;
}

/**
 * A name beside another that nobody can know beforehand, so that nothing is written through a link or into a file of somebody else. It is
 * no longer than file systems allow.
 */
export function unfinishedName(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(4).toString('hex')}.part`);
}

async function writeUnfinished(
  path: string,
  write: (file: Writable) => Promise<void>,
  { mode, giveName, look, finish = (give) => give() }: Finishing,
): Promise<void> {
  const unfinished = unfinishedName(path);
  try {
    const digest = await writeHashed(unfinished, write, mode);
    await expectContent(unfinished, digest, `Nothing was written to ${path}.`);
    await look?.(unfinished);
    const { dev, ino } = await lstat(unfinished);
    await finish(async () => {
      await giveName(unfinished, path);
      try {
        // A name can lead elsewhere than where one has written.
        await expectContent(path, digest, 'Do not rely on it.');
      } catch (error) {
        const found = await lstat(path).catch(() => undefined);
        if (found?.dev === dev && found.ino === ino) await rm(path, { force: true });
        throw error;
      }
    });
  } catch (error) {
    throw isFileTrouble(error) ? new UsageError(`Cannot write ${path}: ${(error as Error).message}. Nothing was written.`) : error;
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Makes a file, and gives the SHA-256 of what was written. */
async function writeHashed(path: string, write: (file: Writable) => Promise<void>, mode: number): Promise<string> {
  const file = createWriteStream(path, { flags: 'wx', mode, flush: true });
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  const hash = createHash('sha256');
  try {
    await once(file, 'open');
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const writing = write(hashed).catch((error: unknown) => {
      hashed.destroy();
      throw error;
    });
    const ends = await Promise.allSettled([writing, pipeline(hashed, file)]);
    const failures = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []));
    // A failure of the file is the cause of others.
    if (failures.length > 0) throw failures.find(isFileTrouble) ?? failures[0];
  } catch (error) {
    file.destroy();
    throw error;
  } finally {
    await closed;
  }
  return hash.digest('hex');
}

/** Reads a file by its name and compares it with what was written. @param outcome what follows if it is something else */
async function expectContent(path: string, digest: string, outcome: string): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw new UsageError(`${path} was written, but cannot be read: ${(error as Error).message}. ${outcome}`);
  }
  if (hash.digest('hex') !== digest)
    throw new UsageError(`${path} is not what was written: another program changed it, or the disk is faulty. ${outcome}`);
}

/** Gives the name to no other. Some file systems, such as those of USB sticks, have no links; there, a file that was made meanwhile is seen a moment too early. */
async function giveNewName(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await refuseExisting(path);
    if (code === 'EEXIST') throw error;
    return rename(unfinished, path);
  }
  // What is deleted under one name would stay under the other.
  await rm(unfinished, { force: true });
}
