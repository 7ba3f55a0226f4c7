import { kilometresBetween } from '@monitor/geography';
import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { placesSource } from './layers/place-names.ts';
import { isStyleLoaded } from './use-map-style.ts';

/** A settlement of the base map. */
export interface Settlement {
  /** As printed locally. */
  readonly name: string;
  /** Code of the location that it lies in. */
  readonly jurisdiction: string;
  readonly population: number;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

/** Farther away than this a settlement says little of a place. Kilometres. */
const farthest = 50;

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
  let nearest: Settlement | undefined;
  let shortest = farthest;
  for (const settlement of settlements) {
    if ((jurisdiction !== undefined && settlement.jurisdiction !== jurisdiction) || settlement.population < least) continue;
    const distance = kilometresBetween(settlement, place);
    if (distance > shortest) continue;
    nearest = settlement;
    shortest = distance;
  }
  return nearest;
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
      if (wanted && data) setSettlements(settlementsOf(data as FeatureCollection<Point, Omit<Settlement, 'lon' | 'lat'>>));
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

function settlementsOf({ features }: FeatureCollection<Point, Omit<Settlement, 'lon' | 'lat'>>): Settlement[] {
  return features.map(({ properties, geometry: { coordinates } }) => {
    const [lon = 0, lat = 0] = coordinates;
    return { ...properties, lon, lat };
  });
}
