import { randomBytes } from 'node:crypto';
import { lstat, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { createGzip } from 'node:zlib';
import { type BackupHead, type BackupProgress, checkBackup, writeBackup } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { refuseExisting, writeNewFile } from '../new-file.ts';
import { withBackup } from '../packed-backup.ts';
import { progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';
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
  const path = join(place, `monitor-${new Date().toISOString().replaceAll(/[-:.]/g, '')}.sql.gz`);
  await backUp(path, context);
  await keepNewest(path, place, rotate, context);
}

async function backUp(path: string, { signal, print, errors, ...context }: CommandContext): Promise<void> {
  await refuseExisting(path);
  const bar = progressBar(errors, 'rows');
  await withDatabase({ signal, print, errors, ...context }, async (database) => {
    let head: BackupHead | undefined;
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
      async (written) => {
        const read = async (unpack: () => AsyncIterable<Buffer>) => checkBackup(unpack());
        const found = await withBackup(written, read).catch((error: unknown) => error);
        if (!isDeepStrictEqual(found, head))
          throw new UsageError(`${written} was written, but is not a whole backup when it is read. Do not rely on it.`);
      },
    );
    bar.stop();
    print(
      `Backed up ${counted(rowsOf(head, 'incidents'), 'incident')} of ${counted(rowsOf(head, 'datasets'), 'dataset')}, dataset version ${head?.datasetVersion}, to ${path}, and read it back. Only you can read it. It contains details that are not public.`,
    );
  }).finally(() => bar.stop());
}

/** Names of the backups of a folder: the moment in them puts them in order. */
const ofRotation = /^monitor-\d{8}T\d{9}Z\.sql\.gz$/;
const latest = 'latest';

/** Lets `latest` lead to a backup that has been read back, and only then removes the oldest of more than are kept. */
async function keepNewest(path: string, folder: string, most: number, { print }: CommandContext): Promise<void> {
  const there = join(folder, latest);
  const found = await lstat(there).catch(() => undefined);
  if (found !== undefined && !found.isSymbolicLink())
    throw new UsageError(
      `The backup is whole, but ${there} is not a link. Move it away, so that the next backup can put a link there.`,
    );
  const fresh = join(folder, `.${latest}.${randomBytes(4).toString('hex')}.part`);
  try {
    await symlink(basename(path), fresh);
    await rename(fresh, there);
  } catch (error) {
    throw new UsageError(
      `The backup ${path} is whole, but the link ${there} could not be made: ${(error as Error).message}. No older backup was removed.`,
    );
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
  const kept = (await readdir(folder)).filter((one) => ofRotation.test(one)).toSorted();
  for (const old of kept.slice(0, -most)) await rm(join(folder, old));
  print(`${there} leads to it. ${counted(Math.min(most, kept.length), 'backup')} kept.`);
}

/** Rows of a table in a backup. */
export function rowsOf(head: BackupHead | undefined, table: string): number {
  return head?.tables.find(({ name }) => name === table)?.rows ?? 0;
}
