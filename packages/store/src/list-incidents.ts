import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import type { IncidentRow } from './incident-rows.ts';
import type { ListSort } from './list-sorts.ts';
import type { QueryOptions } from './query-options.ts';

export interface ListPage {
  readonly sort: ListSort;
  /** Rows a page, 1 or more. */
  readonly limit: number;
  /** The `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/**
 * One page of the published incidents that a filter selects. Pages follow each other by key, so rows added meanwhile neither
 * repeat nor hide others. Throws `BadCursorError` on a cursor that this list did not give out for this sort.
 */
export async function listIncidents(
  _database: Database,
  _filter: Filter,
  _page: ListPage,
  _options: QueryOptions = {},
): Promise<{ items: IncidentRow[]; nextCursor: string | null }> {
  throw new Error('not built yet');
}
