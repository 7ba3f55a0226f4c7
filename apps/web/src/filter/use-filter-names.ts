import { hasArea, type Filter } from '@monitor/domain';
import { sideWords, type Wording } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queries } from '../api/queries.ts';
import { useVoice } from '../i18n/terms.ts';
import address from '@monitor/geography/data/basemap-places.json?url';
import { settlementIn, type SettlementFile, settlementsOf } from './settlements.ts';
import { differingNames } from '@monitor/contract';
import { useExplore } from './use-explore.ts';

/** Everything that a filter is put into words with. @param filter whose area is to be named, where that matters */
export function useFilterNames(filter?: Filter): Wording {
  return { voice: useVoice(), datasetTitle: useDatasetTitle(), settlementIn: useSettlementIn(filter) };
}

/** The title of a dataset by its name in addresses; that name while the titles are on their way, and if there is none. */
export function useDatasetTitle(): (slug: string) => string {
  const { data } = useQuery(queries.datasets());
  return useCallback((slug) => data?.datasets.find((dataset) => dataset.slug === slug)?.title ?? slug, [data]);
}

/** Names areas by the settlements of the base map, which are loaded once a filter has an area. */
function useSettlementIn(filter: Filter | undefined): NonNullable<Wording['settlementIn']> {
  const { data } = useQuery({
    queryKey: ['base map settlements'],
    queryFn: async ({ signal }) => settlementsOf((await (await fetch(address, { signal })).json()) as SettlementFile),
    enabled: filter !== undefined && hasArea(filter),
    staleTime: Infinity,
  });
  return useCallback((box) => data && settlementIn(data, box), [data]);
}

/** What a side of the address is, in words. */
export function useSideWords(): (filter: Filter) => string {
  const { view } = useExplore();
  const wording = useFilterNames();
  const names = differingNames(view.against ?? {});
  return (filter) => sideWords(filter, names, wording);
}
