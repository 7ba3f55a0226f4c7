import { lstat, readdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { createGzip } from 'node:zlib';
import { type BackupHead, type BackupProgress, checkBackup, withBackupsLocked, writeBackup } from '@monitor/store';
import { type CommandContext, UsageError } from '../command-context.ts';
import { refuseExisting, unfinishedName, writeNewFile } from '../new-file.ts';
import { withBackup } from '../packed-backup.ts';
import { progressBar } from '../progress-bar.ts';
import { counted } from '../words.ts';
import { withDatabase } from '../with-database.ts';

export interface BackupOptions {
  /** How many backups to keep in a folder. */
  readonly rotate?: number;
}

/** `monitor backup FILE`: all of the database into a new file, while it is in use; with `--rotate`, into a folder of the newest ones. */
export async function backupCommand(name: string, { rotate }: BackupOptions, context: CommandContext): Promise<void> {
  const place = resolve(context.folder, name);
  if (rotate === undefined) return backUp(place, context);
  if ((await stat(place).catch(() => undefined))?.isDirectory() !== true)
    throw new UsageError(`${place} is not a folder. With --rotate, give the folder in which the backups are kept.`);
  await backUp(join(place, `monitor-${new Date().toISOString().replaceAll(/[-:.]/g, '')}.sql.gz`), context, rotate);
}

/** @param most how many to keep in its folder; all if it is left out */
async function backUp(path: string, { signal, print, errors, ...context }: CommandContext, most?: number): Promise<void> {
  await refuseExisting(path);
  const bar = progressBar(errors, 'rows');
  await withDatabase({ signal, print, errors, ...context }, async (database) => {
    let head: BackupHead | undefined;
    let rotated = '';
    await writeNewFile(
      path,
      async (file) => {
        const packed = createGzip();
        let fail: (error: unknown) => void = () => undefined;
        const writing = pipeline(packed, file);
        writing.catch((error: unknown) => fail(error));
        const write = (bytes: Buffer) =>
          new Promise<void>((resolvePromise, reject) => {
            fail = reject;
            packed.write(bytes, (error) => (error ? reject(error) : resolvePromise()));
          });
        const onProgress = ({ done, total }: BackupProgress) => bar.update(done, total, done, 'backing up');
        try {
          head = await writeBackup(database, write, { signal, onProgress });
          packed.end();
        } catch (error) {
          packed.destroy();
          await writing.catch(() => undefined);
          throw error;
        }
        await writing;
      },
      {
        look: async (unfinished) => {
          const read = async (unpack: () => AsyncIterable<Buffer>) => checkBackup(unpack());
          const found = await withBackup(unfinished, read).catch((error: unknown) => error);
          if (!isDeepStrictEqual(found, head))
            throw new UsageError(`There is no ${path}: what was written is not a whole backup when it is read. Try again.`);
        },
        finish: async (giveName) => {
          if (most === undefined) return giveName();
          const rotate = async () => {
            await giveName();
            rotated = await keepNewest(path, most);
          };
          await withBackupsLocked(database, rotate, { signal });
        },
      },
    );
    bar.stop();
    print(
      `Backed up ${counted(rowsOf(head, 'incidents'), 'incident')} of ${counted(rowsOf(head, 'datasets'), 'dataset')}, dataset version ${head?.datasetVersion}, to ${path}, and read it back. Only you can read it. It contains details that are not public.`,
    );
    if (rotated !== '') print(rotated);
  }).finally(() => bar.stop());
}

/** Names of the backups of a folder: the moment in them puts them in order. */
const ofRotation = /^monitor-\d{8}T\d{9}Z\.sql\.gz$/;
/** Names of files and links that were not finished. */
const unfinishedOfRotation = /^\.(?:monitor-\d{8}T\d{9}Z\.sql\.gz|latest)\.[\da-f]{8}\.part$/;
/** Milliseconds after which a file that nobody wrote to was left behind. */
const day = 24 * 60 * 60 * 1000;

/**
 * Lets `latest` lead to a backup that has just got its name, keeps it and the newest others, and says so. The lock that this needs is
 * held from before it got its name: so each backup that has one was read back, and none is removed before `latest` has led to it.
 */
async function keepNewest(path: string, most: number): Promise<string> {
  const folder = dirname(path);
  const latest = join(folder, 'latest');
  const whole = `The backup ${path} is whole, but`;
  const target = await readlink(latest).catch(() => '');
  if (!ofRotation.test(basename(target)) && (await stat(latest).catch(() => undefined)) !== undefined)
    throw new UsageError(
      `${whole} ${latest} is not a link to such a backup. Move it away, so that the next backup can put a link there.`,
    );
  const fresh = unfinishedName(latest);
  try {
    await symlink(basename(path), fresh);
    await rename(fresh, latest);
    const entries = await readdir(folder, { withFileTypes: true });
    const others = entries
      .filter((entry) => entry.isFile() && ofRotation.test(entry.name) && entry.name !== basename(path))
      .map(({ name }) => name)
      .toSorted()
      .toReversed();
    for (const old of others.slice(most - 1)) await rm(join(folder, old), { force: true });
    for (const { name } of entries)
      if (unfinishedOfRotation.test(name) && (await isLeft(join(folder, name)))) await rm(join(folder, name), { force: true });
    if ((await realpath(latest)) !== (await realpath(path))) throw new Error(`${latest} leads elsewhere`);
    return `${latest} leads to it. ${counted(Math.min(most, 1 + others.length), 'backup')} kept.`;
  } catch (error) {
    throw new UsageError(`${whole} ${latest} and older backups are not as they should be: ${(error as Error).message}.`);
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

/** Also where it was written by a clock that had run ahead. */
async function isLeft(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && Math.abs(Date.now() - found.mtimeMs) > day;
}

/** Rows of a table in a backup. */
export function rowsOf(head: BackupHead | undefined, table: string): number {
  return head?.tables.find(({ name }) => name === table)?.rows ?? 0;
}
