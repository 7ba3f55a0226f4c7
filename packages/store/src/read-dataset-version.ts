import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';

/** The number that every change to published content raises. */
export async function readDatasetVersion(_database: Database, _options: QueryOptions = {}): Promise<number> {
  throw new Error('not built yet');
}
