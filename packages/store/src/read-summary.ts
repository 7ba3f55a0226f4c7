import type { Facet, Filter, Interval } from '@monitor/domain';
import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';
import type { SummaryRow } from './summary-rows.ts';

export interface SummaryQuestion {
  /** `auto` takes the interval that gives a readable number of steps. */
  readonly interval: Interval | 'auto';
  readonly facets: readonly Facet[];
}

/**
 * The whole answer of the summary, of one snapshot: totals, comparison, dense series, facets. A series of more than
 * 5,000 steps is answered at the next longer interval.
 */
export async function readSummary(
  _database: Database,
  _filter: Filter,
  _question: SummaryQuestion,
  _options: QueryOptions = {},
): Promise<SummaryRow> {
  throw new Error('not built yet');
}
