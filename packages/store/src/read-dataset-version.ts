import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * The number that every change to published content raises. Asked for with every request, and so quick that there is nothing to
 * cancel: no transaction around it.
 */
export async function readDatasetVersion(database: Database, options: QueryOptions = {}): Promise<number> {
  const reading = database.connections<{ version: number }[]>`select version from publication`;
  const [publication] = await untilAborted(reading, options.signal);
  return publication?.version ?? 0;
}
