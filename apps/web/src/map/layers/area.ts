import type { Feature, Position } from 'geojson';
import { closedRing, shapesOf } from '../drawn-shape.ts';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';

const source = 'area';
const around = 'area-outside';

/** The outline of the area that the filter selects; what is outside recedes. */
export const area: MapLayer = {
  sources: (input) => ({
    [source]: { type: 'geojson', data: { type: 'FeatureCollection', features: outlines(input) } },
    [around]: { type: 'geojson', data: { type: 'FeatureCollection', features: outside(input) } },
  }),
  draw: ({ theme }) => [
    { id: around, type: 'fill', source: around, paint: { 'fill-color': theme.card, 'fill-opacity': 0.5 } },
    { id: 'area', type: 'line', source, layout: { 'line-join': 'miter' }, paint: { 'line-color': theme.accent, 'line-width': 2 } },
  ],
};

function ringsOf({ areas }: MapStyleInput): Position[][] {
  return shapesOf(areas).map(({ ring }) => closedRing(ring));
}

function outlines(input: MapStyleInput): Feature[] {
  return ringsOf(input).map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }));
}

/** Beyond what the map shows, from the west round to the west. */
const everything: Position[] = [
  [-360, -85],
  [360, -85],
  [360, 85],
  [-360, 85],
  [-360, -85],
];

function outside(input: MapStyleInput): Feature[] {
  return ringsOf(input).map((ring) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [everything, ring] },
  }));
}
