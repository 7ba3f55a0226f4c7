import { filterQuery, type Summary } from '@monitor/contract';
import type { DimensionName, Filter } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from './queries.ts';
import { useKept } from './use-kept.ts';

/** Counts of the values of some lists under a filter; the last ones while new ones are on their way. */
export function useFacets(filter: Filter, facets: readonly DimensionName[], enabled = true): Summary['facets'] | undefined {
  // The coarsest series, since only the facets are wanted.
  const asked = useQuery({ ...queries.summary(filterQuery(filter), 'year', facets), enabled });
  return useKept(asked).data?.facets;
}
