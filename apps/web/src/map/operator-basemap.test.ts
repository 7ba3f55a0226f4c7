import type { StyleSpecification } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { mapThemes } from './map-theme.ts';
import { operatorBasemap, plainLayers } from './operator-basemap.ts';

test('the names of a style cannot meet ours, and its relative addresses are relative to it', () => {
  const style: StyleSpecification = {
    version: 8,
    sprite: 'sprites/plain',
    glyphs: '/fonts/{fontstack}/{range}.pbf',
    sources: { land: { type: 'vector', tiles: ['https://tiles.example.org/{z}/{x}/{y}'] } },
    layers: [
      { id: 'sea', type: 'background' },
      { id: 'land', type: 'fill', source: 'land', 'source-layer': 'earth' },
    ],
  };
  const { sources, layers, rest, covers } = operatorBasemap(style, 'https://maps.example.org/styles/one.json');
  expect(Object.keys(sources)).toEqual(['operator:land']);
  expect(layers(mapThemes.light)).toEqual([
    { id: 'operator:sea', type: 'background' },
    { id: 'operator:land', type: 'fill', source: 'operator:land', 'source-layer': 'earth' },
  ]);
  expect(rest).toEqual({
    sprite: 'https://maps.example.org/styles/sprites/plain',
    glyphs: 'https://maps.example.org/fonts/{fontstack}/{range}.pbf',
  });
  expect(covers).toBe(true);
});

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
