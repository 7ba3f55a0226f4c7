import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';

/** How many published incidents a filter selects. */
export async function countIncidents(_database: Database, _filter: Filter, _options: QueryOptions = {}): Promise<number> {
  throw new Error('not built yet');
}
