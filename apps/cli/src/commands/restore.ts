import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { restoreBackup } from '@monitor/store';
import { type CommandContext, UsageError } from '../command-context.ts';
import { withBackup } from '../packed-backup.ts';
import { progressBar } from '../progress-bar.ts';
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
  const restore = (unpack: () => AsyncIterable<Buffer>) =>
    withDatabase(context, async (database) =>
      restoreBackup(database, unpack, {
        signal,
        loadSettlements: loadGazetteer,
        onProgress: ({ done, total }) => bar.update(done, total, done, 'restoring'),
      }),
    );
  const head = await withBackup(path, restore).finally(() => bar.stop());
  print(
    `Restored ${counted(rowsOf(head, 'incidents'), 'incident')} of ${counted(rowsOf(head, 'datasets'), 'dataset')}, dataset version ${head.datasetVersion}, as they were on ${head.madeAt}. To check the record: npx pnpm@12.4.2 monitor verify`,
  );
}
