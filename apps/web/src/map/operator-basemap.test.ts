import { expect, test } from 'vitest';
import { mapThemes } from './map-theme.ts';
import { plainLayers } from './operator-basemap.ts';

test.each([
  ['Protomaps', ['earth', 'landuse', 'water', 'roads', 'buildings', 'places', 'boundaries'], ['water', 'buildings', 'roads']],
  [
    'OpenMapTiles',
    ['water', 'waterway', 'transportation', 'building', 'boundary', 'place'],
    ['water', 'waterway', 'building', 'transportation'],
  ],
])('of vector tiles as %s names them, water, buildings and roads are drawn, and no borders or names', (_, names, drawn) => {
  const layers = plainLayers('tiles', names, mapThemes.dark);
  expect(layers.map((layer) => 'source-layer' in layer && layer['source-layer'])).toEqual(drawn);
});
