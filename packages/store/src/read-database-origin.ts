import type { Database } from './database.ts';

/**
 * When this database was set up, in ISO 8601. Dataset versions start anew with each database; with this, the same number of
 * another one is told apart.
 */
export async function readDatabaseOrigin(database: Database): Promise<string> {
  const [first] = await database.connections<{ applied_at: Date }[]>`select min(applied_at) as applied_at from schema_migrations`;
  return first?.applied_at.toISOString() ?? '';
}
