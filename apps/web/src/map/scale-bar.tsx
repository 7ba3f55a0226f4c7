import { type Map as MapLibreMap, ScaleControl } from 'maplibre-gl';
import { useEffect, useRef } from 'react';

/** How long a distance is in the middle of the map. */
export function ScaleBar({ map }: { readonly map: MapLibreMap | null }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!map || place.current === null) return undefined;
    const control = new ScaleControl({ maxWidth: 90, unit: 'metric' });
    place.current.append(control.onAdd(map));
    return () => control.onRemove();
  }, [map]);
  return <div ref={place} />;
}
