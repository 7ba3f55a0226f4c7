import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queries } from '../api/queries.ts';

/** The title of a dataset by its name in addresses; that name while the titles are on their way, and where there is none. */
export function useDatasetTitle(): (slug: string) => string {
  const { data } = useQuery(queries.datasets());
  return useCallback((slug) => data?.datasets.find((dataset) => dataset.slug === slug)?.title ?? slug, [data]);
}
