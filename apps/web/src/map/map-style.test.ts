import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { jurisdictions, regions } from '@monitor/geography';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { usualScale } from './figure-size.ts';
import { layerOrder } from './layer-order.ts';
import { mapFontFaces } from './map-fonts.ts';
import { mapStyle, type MapStyleInput } from './map-style.ts';
import { mapThemes, type ThemeName } from './map-theme.ts';
import { styleChanges } from './style-changes.ts';

const address = (name: string) => `https://monitor.example/${name}.json`;

function input(theme: ThemeName, changes: Partial<MapStyleInput> = {}): MapStyleInput {
  return {
    theme: mapThemes[theme],
    boundaries: {
      land: address('land'),
      borders: address('borders'),
      names: address('names'),
      regionNames: address('region-names'),
      places: address('places'),
    },
    fonts: mapFontFaces,
    names: Object.fromEntries(jurisdictions.map(({ code, name, monitored }) => [code, { name, monitored }])),
    regionNames: Object.fromEntries(regions.map(({ code, name }) => [code, name])),
    incidentTiles: 'https://monitor.example/api/v1/tiles/{z}/{x}/{y}.mvt',
    scale: usualScale,
    settled: true,
    selectedIncident: 'A-1',
    focus: { lon: 20, lat: 44, radius: 12 },
    narrow: false,
    motion: true,
    ...changes,
  };
}

describe.each(['light', 'dark'] as const)('%s style', (theme) => {
  const style = mapStyle(input(theme));

  test('is valid', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  test('draws every layer once, in the order of the list', () => {
    expect(style.layers.map(({ id }) => id)).toEqual(layerOrder);
    expect(new Set(layerOrder).size).toBe(layerOrder.length);
  });

  test('draws names above land and lines, and donuts above names', () => {
    const place = (matches: (layer: StyleSpecification['layers'][number]) => boolean) =>
      style.layers.flatMap((layer, index) => (matches(layer) ? [index] : []));
    const names = place(({ id }) => id.endsWith('-names'));
    expect(Math.max(...place(({ type }) => type === 'fill' || type === 'line'))).toBeLessThan(Math.min(...names));
    expect(Math.max(...names)).toBeLessThan(Math.min(...place(({ id }) => id === 'cells')));
  });

  test('uses each of its sources', () => {
    const used = new Set(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
    expect([...used].sort()).toEqual(Object.keys(style.sources).sort());
  });
});

test('the line of Kosovo* is dashed, all other lines are solid', () => {
  const { layers } = mapStyle(input('light'));
  const dashed = layers.filter((layer) => layer.type === 'line' && layer.paint?.['line-dasharray'] !== undefined);
  expect(dashed.map(({ id }) => id)).toEqual(['disputed-lines']);
});

test('Kosovo* has its asterisk', () => {
  const names = mapStyle(input('light')).layers.find(({ id }) => id === 'monitored-names');
  expect(JSON.stringify(names?.layout)).toContain('"XK","Kosovo*"');
});

describe('changes between styles', () => {
  const before = mapStyle(input('light'));
  const to = (changes: Partial<MapStyleInput>): StyleSpecification => mapStyle(input('light', changes));

  test('equal styles need none', () => {
    expect(styleChanges(before, to({}))).toEqual([]);
  });

  test('a filter changes the address of the tiles and nothing else', () => {
    const incidentTiles = 'https://monitor.example/api/v1/tiles/{z}/{x}/{y}.mvt?country=RS';
    expect(styleChanges(before, to({ incidentTiles }))).toEqual([{ change: 'tiles', source: 'incidents', tiles: [incidentTiles] }]);
  });

  test('a figure chosen changes a filter or a point', () => {
    expect(styleChanges(before, to({ selectedIncident: undefined }))).toEqual([
      { change: 'filter', layer: 'selected-incident', filter: ['==', ['get', 'id'], ''] },
    ]);
    expect(styleChanges(before, to({ focus: undefined }))).toEqual([
      { change: 'data', source: 'focus', data: { type: 'FeatureCollection', features: [] } },
    ]);
  });

  test('a theme changes colours and donuts, no source', () => {
    const changes = styleChanges(before, mapStyle(input('dark')));
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['paint', 'layout']));
    expect(changes.filter(({ change }) => change === 'layout')).toMatchObject([{ layer: 'cells', property: 'icon-image' }]);
  });
});
