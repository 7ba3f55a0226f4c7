import { sql } from 'drizzle-orm';
import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import { incidentWhere } from './incident-where.ts';
import type { QueryOptions } from './query-options.ts';
import { runQuery } from './run-query.ts';
import { incidents } from './tables.ts';

/** How many published incidents a filter selects. */
export async function countIncidents(database: Database, filter: Filter, options: QueryOptions = {}): Promise<number> {
  const [counted] = await runQuery<{ total: number }>(
    database,
    sql`select count(*) as total from ${incidents} where ${incidentWhere(filter)}`,
    options,
  );
  return counted?.total ?? 0;
}
