import { areaNames, type Box, type Filter } from '@monitor/domain';
import { sideWords, type Wording } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queries } from '../api/queries.ts';
import { useVoice } from '../i18n/terms.ts';
import { nearestOf } from '@monitor/geography';
import address from '@monitor/geography/data/basemap-places.json?url';
import { type Settlement, type SettlementFile, settlementsOf } from './settlements.ts';
import { differingNames } from '@monitor/contract';
import { useExplore } from './use-explore.ts';

/** Everything that a filter is put into words with. @param filter whose area is to be named, where that matters */
export function useWording(filter?: Filter): Wording {
  return { voice: useVoice(), datasetTitle: useDatasetTitle(), settlementIn: useSettlementIn(filter) };
}

/** The title of a dataset by its name in addresses; that name while the titles are on their way, and if there is none. */
export function useDatasetTitle(): (slug: string) => string {
  const { data } = useQuery(queries.datasets());
  return useCallback((slug) => data?.datasets.find((dataset) => dataset.slug === slug)?.title ?? slug, [data]);
}

/** A larger area is not about one settlement. Degrees. */
const largestSide = 2;
/** How far from the middle of an area without a settlement one may be. Kilometres. */
const farthest = 15;

/** The largest settlement in a box, or else the one nearest to its middle. @param settlements the largest first */
export function settlementIn(settlements: readonly Settlement[], [west, south, east, north]: Box): string | undefined {
  if (east < west || Math.max(east - west, north - south) > largestSide) return undefined;
  const inside = settlements.find(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north);
  return (inside ?? nearestOf(settlements, { lon: (west + east) / 2, lat: (south + north) / 2 }, farthest))?.name;
}

/** Names areas by the settlements of the base map, which are loaded once a filter has an area. */
function useSettlementIn(filter: Filter | undefined): NonNullable<Wording['settlementIn']> {
  const { data } = useQuery({
    queryKey: ['base map settlements'],
    queryFn: async ({ signal }) => settlementsOf((await (await fetch(address, { signal })).json()) as SettlementFile),
    enabled: areaNames.some((name) => filter?.[name] !== undefined),
    staleTime: Infinity,
  });
  return useCallback((box) => data && settlementIn(data, box), [data]);
}

/** What a side of the address is, in words. */
export function useSideWords(): (filter: Filter) => string {
  const { view } = useExplore();
  const wording = useWording();
  const names = differingNames(view.against ?? {});
  return (filter) => sideWords(filter, names, wording);
}
