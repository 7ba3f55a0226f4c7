import { expect, test } from 'vitest';
import { parseComposition } from './donut.ts';
import type { CellFigure, Figure } from './figure.ts';
import { figureLayer, legendTypes, outsideView, summariseView } from './figures-in-view.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const cell = (count: number, types: string): CellFigure => ({
  layer: 'cells',
  key: types,
  country: 'RS',
  lon: count,
  lat: 44,
  killed: 0,
  injured: 0,
  ...allReported,
  count,
  amount: count,
  shares: parseComposition(types),
  bounds: [20, 44, 21, 45],
});
const incident: Figure = {
  layer: 'incidents',
  key: 'A',
  lon: 20,
  lat: 44,
  count: 1,
  amount: 1,
  shares: parseComposition('public_dispute:1'),
  killed: 1,
  injured: 0,
  ...allReported,
};

test('a view is summed up in the order of the vocabulary', () => {
  const summary = summariseView([cell(3, 'suicide:2,weapon_seizure:1'), incident, cell(9, 'suicide:9')]);
  expect(summary.types).toEqual([
    { type: 'weapon_seizure', count: 1 },
    { type: 'public_dispute', count: 1 },
    { type: 'suicide', count: 11 },
  ]);
  expect(summary.largest.map(({ count }) => count)).toEqual([9, 3, 1]);
  expect(summary.incidents).toBe(13);
});

test('the largest circles are those with most of what is counted', () => {
  const summary = summariseView([
    { ...cell(9, 'suicide:9'), amount: 1 },
    { ...cell(4, 'suicide:4'), amount: 0 },
    { ...cell(3, 'suicide:3'), amount: 7 },
  ]);
  expect(summary.largest.map(({ amount }) => amount)).toEqual([7, 1]);
  expect(summary.incidents).toBe(16);
});

test('a view without figures is empty', () => {
  expect(summariseView([])).toEqual({ figures: [], types: [], largest: [], incidents: 0 });
});

test('what is not drawn in view is outside, where both are known', () => {
  const view = summariseView([cell(3, 'suicide:3'), incident]);
  expect(outsideView(10, view)).toBe(6);
  expect([outsideView(4, view), outsideView(3, view), outsideView(undefined, view), outsideView(10, undefined)]).toEqual([
    0, 0, 0, 0,
  ]);
});

test('a short legend keeps the frequent types', () => {
  const types = parseComposition('weapon_seizure:1,criminal_context:5,suicide:3');
  expect(legendTypes(types, 2)).toEqual(['criminal_context', 'suicide']);
});

test('every figure has a layer that says what pressing it does', () => {
  expect([figureLayer(cell(1, 'suicide:1')).popup.title, figureLayer(incident).popup.title]).toEqual([
    'cell.title',
    'incident.title',
  ]);
  expect(() => figureLayer({ ...incident, layer: 'sea' })).toThrow(RangeError);
});
