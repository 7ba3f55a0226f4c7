import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import { incidentWhere } from './incident-where.ts';
import type { QueryOptions } from './query-options.ts';
import { readSnapshot, type RunStatement } from './run-query.ts';
import { incidents } from './tables.ts';

/** How many published incidents a filter selects. */
export async function countIncidents(database: Database, filter: Filter, options: QueryOptions = {}): Promise<number> {
  return readSnapshot(database, options, (run) => countWhere(run, incidentWhere(filter)));
}

/** How many incidents a condition selects. */
export async function countWhere(run: RunStatement, where: SQL): Promise<number> {
  const [counted] = await run<{ total: number }>(sql`select count(*) as total from ${incidents} where ${where}`);
  return counted?.total ?? 0;
}
