import type { Period } from '@monitor/domain';
import type { Dataset } from '../src/judge/dataset-coverage.ts';

/**
 * A dataset for tests, with as many incidents in each location.
 * @param coverage the days of each location
 */
export function madeUpDataset(slug: string, coverage: Readonly<Record<string, Period>>, incidents = 1000): Dataset {
  const periods = Object.values(coverage);
  return {
    slug,
    title: slug,
    description: '',
    synthetic: true,
    killed_includes_suicides: false,
    licence: 'CC0-1.0',
    licence_url: null,
    attribution: '',
    url: null,
    covers: null,
    incidents: incidents * periods.length,
    from: periods.map(({ from }) => from).toSorted()[0] ?? null,
    to:
      periods
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? null,
    bbox: null,
    countries: Object.keys(coverage).toSorted(),
    coverage: Object.entries(coverage).map(([country, period]) => ({ country, incidents, ...period })),
    updated_at: null,
  };
}
