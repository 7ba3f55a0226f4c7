import { incidentTypes } from '@monitor/domain';
import { expect, test } from 'vitest';
import { legendText } from '../../../testing/legend-text.tsx';
import { sheetOf, styleInput } from '../../../testing/made-up-style-input.ts';
import { mapStyle } from '../map-style.ts';
import { mapThemes } from '../map-theme.ts';
import { layersNamed, styleValue } from '../style-value.ts';
import { pointGroups, pointRadius } from './points.tsx';

const style = mapStyle(styleInput('light', { picture: 'points', sheets: sheetOf('points') }));
const [single] = layersNamed(style, 'points');
const [group] = layersNamed(style, 'point-groups');
const nobody = { type: 'suicide', types: 'suicide:1', killed: 0, injured: 0 };

test('a point is drawn as large as it is pressed: by the people harmed, up to a limit', () => {
  for (const [killed, injured] of [
    [0, 0],
    [1, 0],
    [2, 3],
    [400, 90],
  ] as const) {
    for (const layer of [single, group])
      expect(styleValue(layer, 'circle-radius', { ...nobody, killed, injured })).toBeCloseTo(pointRadius(killed + injured));
  }
  expect(pointRadius(1)).toBeGreaterThan(pointRadius(0));
  expect(pointRadius(10_000)).toBe(pointRadius(490));
});

test('a point has the colour of its type, and several at one place that of the most frequent', () => {
  const colours = incidentTypes.codes.map((type) => String(styleValue(single, 'circle-color', { ...nobody, type })));
  expect(new Set(colours).size).toBeGreaterThan(6);
  for (const type of incidentTypes.codes.slice(0, 4))
    expect(styleValue(group, 'circle-color', { ...nobody, types: `${type}:3;other:1` })).toEqual(
      styleValue(single, 'circle-color', { ...nobody, type }),
    );
});

test('where somebody was killed the edge is red and wider', () => {
  const edge = (killed: number) => String(styleValue(single, 'circle-stroke-color', { ...nobody, killed }));
  expect(edge(1)).not.toBe(edge(0));
  expect(edge(1)).toBe(mapThemes.light.red);
  const width = (killed: number, zoom: number) => Number(styleValue(single, 'circle-stroke-width', { ...nobody, killed }, zoom));
  expect(width(1, 9)).toBeGreaterThan(width(0, 9));
  expect(width(0, 4)).toBeLessThan(width(0, 9));
});

test('the legend shows what the sizes mean', async () => {
  expect(await legendText(pointGroups)).toBe('People killed or injured 0 1 5 20');
});
