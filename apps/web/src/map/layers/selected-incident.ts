import type { FeatureCollection } from 'geojson';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';

const source = 'selected-incident';

/** A ring around the place of the incident whose record is open, above the circles that it may be part of. */
export const selectedIncident: MapLayer = {
  sources: (input) => ({ [source]: { type: 'geojson', data: placeOf(input) } }),
  draw: ({ theme }) => [
    {
      // The ring can be told from a circle of its own colour.
      id: 'selected-incident-edge',
      type: 'circle',
      source,
      paint: {
        'circle-radius': 9,
        'circle-color': 'transparent',
        'circle-stroke-color': theme.card,
        'circle-stroke-width': 4.5,
      },
    },
    {
      id: 'selected-incident',
      type: 'circle',
      source,
      paint: {
        'circle-radius': 10,
        'circle-color': 'transparent',
        'circle-stroke-color': theme.accent,
        'circle-stroke-width': 2,
      },
    },
  ],
};

function placeOf({ selectedIncident: point }: MapStyleInput): FeatureCollection {
  if (!point) return { type: 'FeatureCollection', features: [] };
  const geometry = { type: 'Point' as const, coordinates: [point.lon, point.lat] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] };
}
