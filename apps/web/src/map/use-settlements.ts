import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { sourceNames } from './map-sources.ts';
import type { Settlement } from './settlements.ts';
import { isStyleLoaded } from './style-loaded.ts';

/** The settlements of the base map; none until its file has been loaded. */
export function useSettlements(map: MapLibreMap | null): readonly Settlement[] {
  const [settlements, setSettlements] = useState<readonly Settlement[]>([]);
  useEffect(() => {
    if (!map) return;
    let wanted = true;
    const read = async () => {
      const data = await map.getSource<GeoJSONSource>(sourceNames.places)?.getData();
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
