import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { jurisdictions, regions } from '@monitor/geography';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { layerOrder, nameInOrder } from './layer-order.ts';
import { mapFontFaces } from './map-fonts.ts';
import { mapStyle, type MapStyleInput } from './map-style.ts';
import { mapThemes, type ThemeName } from './map-theme.ts';
import { noSheets, showSheet, wantTiles } from './sheets.ts';
import { styleChanges } from './style-changes.ts';

const tiles = 'https://monitor.example/api/v1/tiles/{z}/{x}/{y}.mvt';
const oneSheet = showSheet(wantTiles(noSheets, tiles), 1, true);
const coming = wantTiles(oneSheet, `${tiles}?country=RS`);
const fading = showSheet(coming, 2, true);

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
    sheets: oneSheet,
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
    expect(style.layers.map(({ id }) => nameInOrder(id))).toEqual(layerOrder);
    expect(new Set(layerOrder).size).toBe(layerOrder.length);
  });

  test('draws names above land and lines, and donuts above names', () => {
    const place = (matches: (layer: StyleSpecification['layers'][number]) => boolean) =>
      style.layers.flatMap((layer, index) => (matches(layer) ? [index] : []));
    const names = place(({ id }) => id.endsWith('-names'));
    expect(Math.max(...place(({ type }) => type === 'fill' || type === 'line'))).toBeLessThan(Math.min(...names));
    expect(Math.max(...names)).toBeLessThan(Math.min(...place(({ id }) => nameInOrder(id) === 'cells')));
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

  test('a new filter lays a sheet over the one that is shown, unseen at first, with each layer at its place', () => {
    const after = to({ sheets: coming });
    expect(validateStyleMin(after)).toEqual([]);
    const changes = styleChanges(before, after);
    expect(changes.map((step) => (step.change === 'add-layer' ? [step.layer.id, step.below] : step.change))).toEqual([
      'add-source',
      ['cells@2', 'focus'],
      ['selected-incident@2', 'cells@1'],
      ['incidents@2', 'place-names'],
      ['incidents-killed@2', 'incidents@1'],
    ]);
    expect(opacities(after)).toEqual({ 'cells@1': 1, 'cells@2': 0 });
  });

  test('when it has come it fades in first and the old one out after it', () => {
    const changes = styleChanges(to({ sheets: coming }), to({ sheets: fading }));
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['paint']));
    expect(opacities(to({ sheets: fading }))).toEqual({ 'cells@1': 0, 'cells@2': 1 });
    expect(cellsPaint(to({ sheets: fading }))).toMatchObject([
      { 'icon-opacity-transition': { duration: 150, delay: 150 } },
      { 'icon-opacity-transition': { duration: 150, delay: 0 } },
    ]);
  });

  test('with reduced motion all changes are at once', () => {
    expect(cellsPaint(to({ sheets: fading, motion: false }))).toMatchObject([
      { 'icon-opacity-transition': { duration: 0, delay: 0 } },
      { 'icon-opacity-transition': { duration: 0, delay: 0 } },
    ]);
  });

  test('a sheet that goes takes its layers along, and these first', () => {
    const changes = styleChanges(to({ sheets: coming }), before);
    expect(changes.map((step) => ('layer' in step ? step.layer : step.change))).toEqual([
      'incidents-killed@2',
      'incidents@2',
      'selected-incident@2',
      'cells@2',
      'remove-source',
    ]);
  });

  test('a figure chosen changes a filter or a point', () => {
    expect(styleChanges(before, to({ selectedIncident: undefined }))).toEqual([
      { change: 'filter', layer: 'selected-incident@1', filter: ['==', ['get', 'id'], ''] },
    ]);
    expect(styleChanges(before, to({ focus: undefined }))).toEqual([
      { change: 'data', source: 'focus', data: { type: 'FeatureCollection', features: [] } },
    ]);
  });

  test('a theme changes colours and donuts, no source', () => {
    const changes = styleChanges(before, mapStyle(input('dark')));
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['paint', 'layout']));
    expect(changes.filter(({ change }) => change === 'layout')).toMatchObject([{ layer: 'cells@1', property: 'icon-image' }]);
  });
});

function cellsPaint({ layers }: StyleSpecification) {
  return layers.flatMap((layer) => (layer.type === 'symbol' && nameInOrder(layer.id) === 'cells' ? [layer.paint] : []));
}

function opacities(style: StyleSpecification) {
  const cells = style.layers.filter(({ id }) => nameInOrder(id) === 'cells');
  return Object.fromEntries(cells.map(({ id }, index) => [id, cellsPaint(style)[index]?.['icon-opacity']]));
}
