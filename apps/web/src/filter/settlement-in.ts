import type { Box, Filter, Ring } from '@monitor/domain';
import address from '@monitor/geography/data/basemap-places.json?url';
import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection, Point } from 'geojson';
import { useCallback } from 'react';

/** Settlements of the base map, the largest first. */
export type Settlements = Pick<FeatureCollection<Point, { readonly name: string }>, 'features'>;

/** Names the area of a filter by a settlement; undefined where none names it well, or none is known yet. */
export type SettlementIn = (box: Box) => string | undefined;

/** A larger area is not about one settlement. Degrees. */
const largestSide = 2;
/** How far from the middle of an area without a settlement one may be. Kilometres. */
const farthest = 15;
const kilometresPerDegree = 111.2;

/** The largest settlement in a box, or else the one nearest to its middle. */
export function settlementIn({ features }: Settlements, [west, south, east, north]: Box): string | undefined {
  if (east < west || Math.max(east - west, north - south) > largestSide) return undefined;
  const settlements = features.map(({ properties: { name }, geometry: { coordinates } }) => ({
    name,
    lon: coordinates[0] ?? 0,
    lat: coordinates[1] ?? 0,
  }));
  const inside = settlements.find(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north);
  if (inside) return inside.name;
  // The earth is flat enough over so short a way.
  const shrinking = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  let nearest: string | undefined;
  let shortest = farthest;
  for (const settlement of settlements) {
    const distance = kilometresPerDegree * Math.hypot((settlement.lon - middle.lon) * shrinking, settlement.lat - middle.lat);
    if (distance >= shortest) continue;
    nearest = settlement.name;
    shortest = distance;
  }
  return nearest;
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
    queryFn: async ({ signal }) => (await (await fetch(address, { signal })).json()) as Settlements,
    enabled: filter?.bbox !== undefined || filter?.within !== undefined,
    staleTime: Infinity,
  });
  return useCallback((box) => data && settlementIn(data, box), [data]);
}
