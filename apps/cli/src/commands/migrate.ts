import { loadGazetteer, readReference } from '@monitor/geography/gazetteer';
import { prepareDatabase } from '@monitor/store';
import type { CommandContext } from '../command-context.ts';
import { withDatabase } from '../with-database.ts';

/** `monitor migrate`: tables and reference data as this version needs them. */
export async function migrateCommand(context: CommandContext): Promise<void> {
  const applied = await withDatabase(context, (database) => prepareDatabase(database, { readReference, loadGazetteer }, context));
  context.print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
}
