import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot, type RunStatement } from '../connection/run-query.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';

/** How many published incidents a filter selects. */
export async function countIncidents(database: Database, filter: Filter, options: QueryOptions = {}): Promise<number> {
  return readSnapshot(database, options, (run) => countWhere(run, incidentWhere(filter)));
}

/** How many incidents a condition selects. */
export async function countWhere(run: RunStatement, where: SQL): Promise<number> {
  const [counted] = await run<{ total: number }>(sql`select count(*) as total from ${incidents} where ${where}`);
  return counted?.total ?? 0;
}
