import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';
import type { RunStatement } from './run-query.ts';
import { publication } from './tables.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * The number that every change to published content raises. Asked for with every request, and so quick that there is nothing to
 * cancel: no transaction around it.
 */
export async function readDatasetVersion(database: Database, options: QueryOptions = {}): Promise<number> {
  const reading = database.connections<{ version: number }[]>`select version from publication`;
  const [state] = await untilAborted(reading, options.signal);
  return state?.version ?? 0;
}

/** The dataset version of the snapshot on which the statements run. */
export async function versionOfSnapshot(run: RunStatement): Promise<number> {
  const [state] = await run<{ version: number }>(sql`select version from ${publication}`);
  return state?.version ?? 0;
}
