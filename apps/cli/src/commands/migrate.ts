import type { CommandContext } from '../command-context.ts';
import { prepareDatabase, withDatabase } from '../with-database.ts';

/** `monitor migrate`: tables and reference data as this version needs them. */
export async function migrateCommand(context: CommandContext): Promise<void> {
  const applied = await withDatabase(context, (database) => prepareDatabase(database, context));
  context.print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
}
