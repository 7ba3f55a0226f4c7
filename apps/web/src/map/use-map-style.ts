import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { applyStyleChanges, styleChanges } from './style-changes.ts';
import { isStyleLoaded } from './style-loaded.ts';
import type { TileFailures } from './tile-failures.ts';

/**
 * Keeps the map's style in step with the wanted one.
 * @returns the style to create the map with.
 */
export function useMapStyle(map: MapLibreMap | null, wanted: StyleSpecification, failures: TileFailures): StyleSpecification {
  const [first] = useState(wanted);
  const applied = useRef(first);

  useEffect(() => {
    if (!map) return;
    const apply = () => {
      applyStyleChanges(map, styleChanges(applied.current, wanted), failures);
      applied.current = wanted;
    };
    // Before the style has loaded there is nothing to change yet; afterwards it can always be changed.
    if (isStyleLoaded(map)) {
      apply();
      return;
    }
    map.once('style.load', apply);
    return () => {
      map.off('style.load', apply);
    };
  }, [map, wanted, failures]);

  return first;
}
