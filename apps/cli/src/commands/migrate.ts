import { loadGazetteer, readReference } from '@monitor/geography/gazetteer';
import { createLogin, hasRemovals, prepareDatabase, readDatasets } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { withDatabase } from '../with-database.ts';

export interface MigrateOptions {
  /** Whether made-up incidents are loaded into a database that has never held any others. */
  readonly demo: 'on' | 'off';
}

/** `monitor migrate`: tables, reference data and, where passwords are given, database users as this version needs them. */
export async function migrateCommand({ demo }: MigrateOptions, context: CommandContext): Promise<void> {
  const isNew = await withDatabase(context, async (database) => {
    const applied = await prepareDatabase(database, { readReference, loadGazetteer }, context);
    context.print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
    for (const [role, password] of context.passwords)
      context.print(`Database user of ${role}: ${await createLogin(database, role, password)}.`);
    return (await readDatasets(database, { signal: context.signal })).length === 0 && !(await hasRemovals(database));
  });
  if (demo === 'off' || !isNew) return;
  const { demoCommand } = await import('./demo.ts');
  await demoCommand({ seed: 1 }, context);
}
