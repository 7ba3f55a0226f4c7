import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import type { IncidentRow } from './incident-rows.ts';
import type { QueryOptions } from './query-options.ts';

/**
 * All published incidents of a filter, oldest first, in portions of about a thousand, read through a server-side cursor of one
 * snapshot. Memory stays flat; leaving the loop early or aborting closes the cursor.
 */
// oxlint-disable-next-line require-yield
export async function* streamIncidents(
  _database: Database,
  _filter: Filter,
  _options: QueryOptions = {},
): AsyncGenerator<IncidentRow[], void, undefined> {
  throw new Error('not built yet');
}
