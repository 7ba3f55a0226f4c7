import type { Feature } from 'geojson';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';

const source = 'area';

/** The outline of the area that the filter selects. */
export const area: MapLayer = {
  sources: (input) => ({ [source]: { type: 'geojson', data: { type: 'FeatureCollection', features: outlines(input) } } }),
  draw: ({ theme }) => [
    { id: 'area', type: 'line', source, layout: { 'line-join': 'miter' }, paint: { 'line-color': theme.accent, 'line-width': 2 } },
  ],
};

function outlines({ bbox, within }: MapStyleInput): Feature[] {
  const rings: [number, number][][] = [];
  if (bbox) {
    const [west, south, east, north] = bbox;
    // Over the antimeridian the east is a smaller number.
    const right = east < west ? east + 360 : east;
    rings.push([
      [west, south],
      [right, south],
      [right, north],
      [west, north],
    ]);
  }
  if (within) rings.push(within.map(([lon, lat]) => [lon, lat]));
  return rings.map((ring) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: [...ring, ...ring.slice(0, 1)] },
  }));
}
