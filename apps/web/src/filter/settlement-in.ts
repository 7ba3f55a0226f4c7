import { areaNames, type Box, type Filter, type Ring } from '@monitor/domain';
import { nearestOf } from '@monitor/geography';
import address from '@monitor/geography/data/basemap-places.json?url';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Settlement, type SettlementFile, settlementsOf } from './settlements.ts';

/** Names the area of a filter by a settlement; undefined where none names it well, or none is known yet. */
export type SettlementIn = (box: Box) => string | undefined;

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

/** The bounds of a drawn area. */
export function boundsOf(ring: Ring): Box {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Names areas by the settlements of the base map, which are loaded once a filter has an area. */
export function useSettlementIn(filter: Filter | undefined): SettlementIn {
  const { data } = useQuery({
    queryKey: ['base map settlements'],
    queryFn: async ({ signal }) => settlementsOf((await (await fetch(address, { signal })).json()) as SettlementFile),
    enabled: areaNames.some((name) => filter?.[name] !== undefined),
    staleTime: Infinity,
  });
  return useCallback((box) => data && settlementIn(data, box), [data]);
}
