import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type BackupHead, type BackupProgress, writeBackup } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { refuseExisting, writeNewFile } from '../new-file.ts';
import { progressBar } from '../progress-bar.ts';
import { counted } from '../words.ts';
import { withDatabase } from '../with-database.ts';

/** `monitor backup FILE`: all of the database into a new file, while it is in use. */
export async function backupCommand(name: string, context: CommandContext): Promise<void> {
  const { folder, signal, print, errors } = context;
  const path = resolve(folder, name);
  await refuseExisting(path);
  const bar = progressBar(errors, 'rows');
  await withDatabase(context, async (database) => {
    let head: BackupHead | undefined;
    await writeNewFile(path, async (file) => {
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
        // A failure of the file is the cause of others.
        await writing.catch((cause: NodeJS.ErrnoException) => {
          if (cause.syscall !== undefined) throw cause;
        });
        throw error;
      }
      await writing;
    });
    bar.stop();
    print(
      `Backed up ${counted(rowsOf(head, 'incidents'), 'incident')} of ${counted(rowsOf(head, 'datasets'), 'dataset')}, dataset version ${head?.datasetVersion}, to ${path}. Only you can read it. It contains details that are not public.`,
    );
  }).finally(() => bar.stop());
}

/** Rows of a table in a backup. */
export function rowsOf(head: BackupHead | undefined, table: string): number {
  return head?.tables.find(({ name }) => name === table)?.rows ?? 0;
}
