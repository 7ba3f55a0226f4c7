import { type Database, readDatasetVersion, readSummary, readTileCells } from '@monitor/store';
import type { Analytics } from './analytics.ts';

/** Numbers straight from the system of record, each answer of one snapshot. */
export function sqlAnalytics(database: Database): Analytics {
  return {
    version: (signal) => readDatasetVersion(database, { signal }),
    async summary({ filter, interval, facets }, signal) {
      const { facets: counted, ...rest } = await readSummary(database, filter, { interval, facets }, { signal });
      return { ...rest, facets: Object.fromEntries(facets.map((facet) => [facet, counted[facet] ?? []])) };
    },
    tile: ({ filter, tile }, signal) => readTileCells(database, filter, tile, { signal }),
  };
}
