import { type Database, readDatasetVersion, readSummary, readTile, readYearly } from '@monitor/store';
import type { Analytics } from './analytics.ts';

/** Numbers straight from the system of record. */
export function sqlAnalytics(database: Database): Analytics {
  return {
    version: (signal) => readDatasetVersion(database, { signal }),
    snapshot: async (filter, signal) => ({
      summary: (request) => readSummary(database, filter, request, { signal }),
      yearly: (measures) => readYearly(database, filter, measures, { signal }),
      tile: (address, measure) => readTile(database, filter, address, measure, { signal }),
    }),
  };
}
