import { diff, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import i18next from 'i18next';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import type { MapStyleInput } from './map-layer.ts';
import { mapStyle, styleOfInset } from './map-style.ts';
import { layerNames, pictures } from '../filter/pictures.ts';
import { fading, loading, madeUpData, sheetOf, styleInput as input } from '../../testing/made-up-style-input.ts';
import { layerName, noSheets } from './sheets.ts';

await i18next.init({ lng: 'en', resources: { 'x-test': { place: { XK: 'Kosovo*, translated' } } } });

describe.each(['light', 'dark'] as const)('%s style', (theme) => {
  const style = mapStyle(input(theme));

  test('is valid', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  test('leaves what is under an inset to be seen until its land is drawn', () => {
    const { layers } = styleOfInset(style);
    expect(layers.filter(({ type }) => type === 'background')).toEqual([]);
    expect(layers.map(({ id }) => id)).toContain('monitored-land');
  });

  test('draws every layer once, from the bottom to the top, each name by one of its own', () => {
    expect(new Set(style.layers.map(({ id }) => id)).size).toBe(style.layers.length);
    expect([...new Set(style.layers.map(({ id }) => layerName(id)))]).toEqual([
      'sea',
      'land',
      'monitored-land',
      'region-lines',
      'coast-lines',
      'jurisdiction-lines',
      'disputed-lines',
      'area-outside',
      'area',
      'call-out-halos',
      'call-out-lines',
      'call-out-ends',
      'region-names',
      'context-names',
      'monitored-names',
      'call-outs',
      'incidents-killed',
      'incidents',
      'place-names',
      'cells',
      'selected-incident-edge',
      'selected-incident',
      'focus',
    ]);
  });

  test('draws names above land and lines, and donuts above names', () => {
    const place = (matches: (layer: StyleSpecification['layers'][number]) => boolean) =>
      style.layers.flatMap((layer, index) => (matches(layer) ? [index] : []));
    const names = place(({ id }) => layerName(id).endsWith('-names'));
    expect(Math.max(...place(({ type }) => type === 'fill' || type === 'line'))).toBeLessThan(Math.min(...names));
    expect(Math.max(...names)).toBeLessThan(Math.min(...place(({ id }) => layerName(id) === 'cells')));
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
  const names = mapStyle(input('light')).layers.find(({ id }) => id.startsWith('monitored-names@XK'));
  expect(JSON.stringify(names?.layout)).toContain('"Kosovo*"');
});

test('names are those of the language, English where it has none', () => {
  const { layers } = mapStyle(input('light', { language: 'x-test' }));
  const setIn = (id: string) => JSON.stringify(layers.find((layer) => layer.id.startsWith(id))?.layout).replaceAll('\\n', ' ');
  expect(setIn('monitored-names@XK')).toContain('"Kosovo*, translated"');
  expect(setIn('monitored-names@RS')).toContain('"Serbia"');
});

test('the areas of the filter are outlined, also over the antimeridian', () => {
  const drawn = (changes: Partial<MapStyleInput>) => JSON.stringify(mapStyle(input('light', changes)).sources['area']);
  expect(drawn({})).toContain('"features":[]');
  expect(drawn({ areas: { bbox: [20, 44, 21, 45] } })).toContain('[[20,44],[21,44],[21,45],[20,45],[20,44]]');
  expect(drawn({ areas: { bbox: [179, -18, -179, -16] } })).toContain('[181,-18]');
  expect(
    drawn({
      areas: {
        within: [
          [18, 41],
          [23, 41],
          [23, 46],
        ],
      },
    }),
  ).toContain('[[18,41],[23,41],[23,46],[18,41]]');
});

describe('changes between styles', () => {
  const before = mapStyle(input('light'));
  const to = (changes: Partial<MapStyleInput>): StyleSpecification => mapStyle(input('light', changes));
  const named = (steps: ReturnType<typeof diff>) =>
    steps.map((step) =>
      step.command === 'addLayer' ? [step.command, step.args[0].id, step.args[1]] : [step.command, step.args[0]],
    );

  test('equal styles need none', () => {
    expect(diff(before, to({}))).toEqual([]);
  });

  test('a new filter lays a sheet over the one that is shown, unseen at first, with each layer at its place', () => {
    const after = to({ sheets: loading });
    expect(validateStyleMin(after)).toEqual([]);
    expect(named(diff(before, after))).toEqual([
      ['addSource', 'incidents@2'],
      ['addLayer', 'cells@2', 'selected-incident-edge'],
      ['addLayer', 'incidents@2', 'place-names'],
      ['addLayer', 'incidents-killed@2', 'incidents@1'],
    ]);
    expect(opacities(after)).toEqual({ 'cells@1': 1, 'cells@2': 0 });
  });

  test('when it has come it fades in first and the old one out after it', () => {
    const changes = diff(to({ sheets: loading }), to({ sheets: fading }));
    expect(new Set(changes.map(({ command }) => command))).toEqual(new Set(['setPaintProperty']));
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
    expect(named(diff(to({ sheets: loading }), before))).toEqual([
      ['removeLayer', 'incidents-killed@2'],
      ['removeLayer', 'incidents@2'],
      ['removeLayer', 'cells@2'],
      ['removeSource', 'incidents@2'],
    ]);
  });

  test('another record or figure moves a point', () => {
    expect(diff(before, to({ selectedIncident: undefined }))).toEqual([
      { command: 'setGeoJSONSourceData', args: ['selected-incident', { type: 'FeatureCollection', features: [] }] },
    ]);
    expect(diff(before, to({ selectedIncident: { lon: 21, lat: 42, radius: 7 } }))).toMatchObject([
      { command: 'setGeoJSONSourceData', args: ['selected-incident', { features: [{ geometry: { coordinates: [21, 42] } }] }] },
    ]);
    expect(diff(before, to({ focus: undefined }))).toEqual([
      { command: 'setGeoJSONSourceData', args: ['focus', { type: 'FeatureCollection', features: [] }] },
    ]);
  });

  test('a theme changes colours and donuts, no source', () => {
    const changes = diff(before, mapStyle(input('dark')));
    expect(new Set(changes.map(({ command }) => command))).toEqual(new Set(['setPaintProperty', 'setLayoutProperty']));
    expect(changes.filter(({ command }) => command === 'setLayoutProperty')).toMatchObject([
      { args: ['cells@1', 'icon-image', expect.anything()] },
    ]);
  });
});

function cellsPaint({ layers }: StyleSpecification) {
  return layers.flatMap((layer) => (layer.type === 'symbol' && layerName(layer.id) === 'cells' ? [layer.paint] : []));
}

function opacities(style: StyleSpecification) {
  const cells = style.layers.filter(({ id }) => layerName(id) === 'cells');
  return Object.fromEntries(cells.map(({ id }, index) => [id, cellsPaint(style)[index]?.['icon-opacity']]));
}

describe.each(layerNames)('the picture %s', (picture) => {
  const { marks } = pictures[picture];
  const sheets = marks === undefined ? noSheets : sheetOf(marks);
  const style = mapStyle(input('light', { picture, sheets, data: madeUpData[picture] ?? {} }));

  test('is a valid style that uses each of its sources', () => {
    expect(validateStyleMin(style)).toEqual([]);
    const used = new Set(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
    expect([...used].sort()).toEqual(Object.keys(style.sources).sort());
  });

  test('has layers of its own', () => {
    const other = mapStyle(input('light', { picture, sheets: noSheets }));
    expect(style.layers.length).toBeGreaterThan(other.layers.length);
  });
});

test('a map that learns where incidents lie elsewhere only takes steps that it knows', () => {
  const commands = diff(mapStyle(input('light')), mapStyle(input('light', { elsewhere: ['GR', 'TR'] }))).map(
    ({ command }) => command,
  );
  expect(commands).toContain('addLayer');
  expect(commands.filter((one) => one === 'setLayerZoomRange')).toEqual([]);
  expect(validateStyleMin(mapStyle(input('light', { elsewhere: ['GR', 'TR'] })))).toEqual([]);
});
