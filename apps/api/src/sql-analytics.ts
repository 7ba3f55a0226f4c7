import { type Database, readDatasetVersion, readSummary, readTileCells } from '@monitor/store';
import type { Analytics } from './analytics.ts';

/** Numbers straight from the system of record, each answer of one snapshot. */
export function sqlAnalytics(database: Database): Analytics {
  return {
    version: (signal) => readDatasetVersion(database, { signal }),
    summary: ({ filter, interval, facets }, signal) => readSummary(database, filter, { interval, facets }, { signal }),
    tile: ({ filter, tile }, signal) => readTileCells(database, filter, tile, { signal }),
  };
}
