import type { Box } from '@monitor/domain';
import { kilometresBetween, nearestOf } from '@monitor/geography';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { type Settlement, type SettlementFile, settlementsOf } from '../filter/settlements.ts';
import { placesSource } from './layers/place-names.ts';
import { isStyleLoaded } from './use-map-style.ts';

/** Farther away than this a settlement says little of a place. Kilometres. */
const farthest = 50;

/** Wider than this, what is gathered is not around one settlement. Kilometres. */
const widest = 25;

/** Whether bounds reach farther than a settlement can name. */
export function isWide({ bounds: [west, south, east, north] }: { readonly bounds: Box }): boolean {
  return kilometresBetween({ lon: west, lat: south }, { lon: east, lat: north }) > widest;
}

/**
 * The settlement that names a place best: the nearest larger one of the same location. The closer the map is looked at,
 * the smaller it may be.
 * @param jurisdiction of any location where it is undefined.
 * @param zoom of the map.
 */
export function nearestSettlement(
  settlements: readonly Settlement[],
  place: { readonly lon: number; readonly lat: number },
  jurisdiction: string | undefined,
  zoom: number,
): Settlement | undefined {
  const least = leastPopulation(zoom);
  const candidates = settlements.filter(
    (one) => (jurisdiction === undefined || one.jurisdiction === jurisdiction) && one.population >= least,
  );
  return nearestOf(candidates, place, farthest);
}

function leastPopulation(zoom: number): number {
  if (zoom < 8) return 30_000;
  return zoom < 10 ? 10_000 : 3000;
}

/** The settlements of the base map; none until its file has been loaded. */
export function useSettlements(map: MapLibreMap | null): readonly Settlement[] {
  const [settlements, setSettlements] = useState<readonly Settlement[]>([]);
  useEffect(() => {
    if (!map) return;
    let wanted = true;
    const read = async () => {
      const data = await map.getSource<GeoJSONSource>(placesSource)?.getData();
      // The file is ours: points with these properties (see the script that builds it).
      if (wanted && data) setSettlements(settlementsOf(data as SettlementFile));
    };
    const start = () => void read();
    if (isStyleLoaded(map)) start();
    else map.once('style.load', start);
    return () => {
      wanted = false;
      map.off('style.load', start);
    };
  }, [map]);
  return settlements;
}
