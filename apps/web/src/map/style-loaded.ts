import type { Map as MapLibreMap } from 'maplibre-gl';
import { layerOrder } from './layer-order.ts';

/**
 * True from when the map has taken its style in, however many tiles are still on their way. The map's own `isStyleLoaded`
 * also waits for those.
 */
export function isStyleLoaded(map: MapLibreMap): boolean {
  return map.getLayer(layerOrder[0]) !== undefined;
}
