import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, lstat, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFileTrouble } from './explain-error.ts';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` where no new file can be made. */
export async function refuseExisting(path: string): Promise<void> {
  if ((await stat(dirname(path)).catch(() => undefined))?.isDirectory() !== true)
    throw new UsageError(
      `Cannot write ${path}: the folder ${dirname(path)} does not exist. Create it first, or choose another folder.`,
    );
  // A link that leads nowhere has the name too.
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return;
  const what = found.isDirectory() ? 'is a folder' : found.isSymbolicLink() ? 'is a link' : 'already exists';
  throw new UsageError(`${path} ${what}. Nothing was written. Choose another name, or move it away.`);
}

/** Looks at a file by its name, after it was given that name. Throws where it is not what was written. */
export type LookAtFile = (path: string) => Promise<void>;

/**
 * Makes a file that only its owner can read. It has its name only when all of it is on the disk, and replaces none. Then it is read by
 * that name. Throws `UsageError` where it cannot be written, or is not what was written.
 * @param write ends the stream
 * @param look at more than that its bytes are those that were written
 */
export async function writeNewFile(
  path: string,
  write: (file: Writable) => Promise<void>,
  look: LookAtFile = () => Promise.resolve(),
): Promise<void> {
  await refuseExisting(path);
  await writeUnfinished(path, write, { mode: 0o600, giveName: giveNewName, look });
}

/**
 * Writes a file that has its name only when all of it is on the disk, and then replaces one that had it, also if that was a link. Then it is
 * read by that name. Throws `UsageError` where it cannot be written, or is not what was written.
 * @param write ends the stream
 */
export async function replaceFile(path: string, write: (file: Writable) => Promise<void>): Promise<void> {
  await writeUnfinished(path, write, { mode: 0o666, giveName: rename, look: () => Promise.resolve() });
}

interface Finishing {
  readonly mode: number;
  readonly giveName: (unfinished: string, path: string) => Promise<void>;
  readonly look: LookAtFile;
}

/** Writes under a name that nobody can know beforehand, so that nothing is written through a link or into a file of somebody else. */
async function writeUnfinished(
  path: string,
  write: (file: Writable) => Promise<void>,
  { mode, giveName, look }: Finishing,
): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  try {
    const file = createWriteStream(unfinished, { flags: 'wx', mode, flush: true });
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
    await giveName(unfinished, path);
    await expectContent(path, hash.digest('hex'));
    await look(path);
  } catch (error) {
    throw isFileTrouble(error) ? new UsageError(`Cannot write ${path}: ${(error as Error).message}. Nothing was written.`) : error;
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Reads a file by its name, since a name can lead elsewhere than where one has written. */
async function expectContent(path: string, digest: string): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw new UsageError(`${path} was written, but cannot be read: ${(error as Error).message}. Do not rely on it.`);
  }
  if (hash.digest('hex') !== digest)
    throw new UsageError(`${path} is not what was written: another program changed it, or the disk is faulty. Do not rely on it.`);
}

/** Gives the name to no other. Some file systems, such as those of USB sticks, have no links; there, a file that was made meanwhile is seen a moment too early. */
async function giveNewName(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await refuseExisting(path);
    if (code === 'EEXIST') throw error;
    await rename(unfinished, path);
  }
}
