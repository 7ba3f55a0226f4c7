import type { Surroundings } from '../surroundings.ts';
import { prepareDatabase, withDatabase } from '../with-database.ts';

/** `monitor migrate`: tables and reference data as this version needs them. */
export async function migrateCommand(surroundings: Surroundings): Promise<void> {
  const applied = await withDatabase(surroundings, (database) => prepareDatabase(database, surroundings));
  surroundings.print(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
}
