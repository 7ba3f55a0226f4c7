import type { Database } from './database.ts';

/** Applies the SQL files of `migrations/` that are new, in order, each once, under an advisory lock. Returns the names applied. */
export async function migrate(_database: Database): Promise<string[]> {
  throw new Error('not built yet');
}
