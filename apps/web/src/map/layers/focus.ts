import type { FeatureCollection } from 'geojson';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';

const source = 'focus';

/** A ring around the figure whose popup is open. */
export const focus: MapLayer = {
  sources: (input) => ({ [source]: { type: 'geojson', data: focusPoint(input) } }),
  draw: ({ theme }) => [
    {
      id: 'focus',
      type: 'circle',
      source,
      paint: {
        'circle-radius': ['+', ['get', 'radius'], 1.5],
        'circle-color': 'transparent',
        'circle-stroke-color': theme.ink,
        'circle-stroke-width': 2,
      },
    },
  ],
};

function focusPoint({ focus: point }: MapStyleInput): FeatureCollection {
  if (!point) return { type: 'FeatureCollection', features: [] };
  const geometry = { type: 'Point' as const, coordinates: [point.lon, point.lat] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { radius: point.radius }, geometry }] };
}
