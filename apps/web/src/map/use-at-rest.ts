import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';

/**
 * Whether the map is at rest with what it is to show: nothing of it is on its way, and the map does not move. What the map does when it
 * rests, such as sizing circles, may set it in motion again.
 * @param onMap what is on the map, another value whenever it may look otherwise; undefined while it is of something else
 */
export function useAtRest(map: MapLibreMap | null, onMap: object | undefined): boolean {
  const [rested, setRested] = useState<object>();
  /** True from when the map has nothing more to draw until it draws again. */
  const still = useRef(false);
  useEffect(() => {
    if (!map) return;
    const stop = () => (still.current = true);
    const stir = () => (still.current = false);
    map.on('idle', stop);
    map.on('render', stir);
    map.on('movestart', stir);
    return () => {
      map.off('idle', stop);
      map.off('render', stir);
      map.off('movestart', stir);
    };
  }, [map]);

  useEffect(() => {
    if (!map || !onMap) return;
    // Changes that a rest leads to are taken in together with it, so that it is seen at once that another value is on the map.
    const rest = () => setRested(onMap);
    const stir = () => setRested(undefined);
    map.on('idle', rest);
    map.on('movestart', stir);
    // What is new may be in words alone, and then nothing is drawn.
    if (still.current && map.loaded()) rest();
    return () => {
      map.off('idle', rest);
      map.off('movestart', stir);
    };
  }, [map, onMap]);
  return onMap !== undefined && rested === onMap;
}
