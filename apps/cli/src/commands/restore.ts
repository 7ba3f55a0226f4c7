import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { BackupError, restoreBackup } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { progressBar } from '../progress-bar.ts';
import { UsageError } from '../usage-error.ts';
import { counted } from '../words.ts';
import { withDatabase } from '../with-database.ts';
import { rowsOf } from './backup.ts';

/** `monitor restore FILE`: a backup into an empty database. */
export async function restoreCommand(name: string, context: CommandContext): Promise<void> {
  const { folder, signal, print, notify, errors } = context;
  const path = resolve(folder, name);
  if ((await stat(path).catch(() => undefined))?.isFile() !== true)
    throw new UsageError(`${path}: file not found. Nothing was restored.`);
  const bar = progressBar(errors, 'rows');
  notify('Checking the backup …');
  await withDatabase(context, async (database) => {
    const head = await restoreBackup(database, () => unpacked(path), {
      signal,
      loadSettlements: loadGazetteer,
      onProgress: ({ done, total }) => bar.update(done, total, done, 'restoring'),
    });
    bar.stop();
    print(
      `Restored ${counted(rowsOf(head, 'incidents'), 'incident')} of ${counted(rowsOf(head, 'datasets'), 'dataset')}, dataset version ${head.datasetVersion}, as they were on ${head.madeAt}. To check the record: npx pnpm@12.4.2 monitor verify`,
    );
  }).finally(() => bar.stop());
}

/** The bytes of a compressed backup. Throws `BackupError` where it is not whole. */
async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(path);
  const bytes = createGunzip();
  packed.on('error', (error) => bytes.destroy(error));
  try {
    yield* packed.pipe(bytes) as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR')
      throw new BackupError(`${path} is not complete: its end is missing. Nothing was restored. Use another backup.`);
    if (code?.startsWith('Z_'))
      throw new BackupError(`${path} is damaged, or not a backup. Nothing was restored. Use another backup.`);
    throw error;
  } finally {
    packed.destroy();
    bytes.destroy();
  }
}
