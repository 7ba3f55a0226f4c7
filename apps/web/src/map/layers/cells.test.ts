import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import type { CellFigure, Figure } from '../figure.ts';
import { areaOf, canSplit, cells } from './cells.tsx';

await i18next.use(initReactI18next).init({ lng: 'en', resources: {} });

const geometry = { type: 'Point' as const, coordinates: [20.5, 44.8] };
const missing = { killedNotReported: 2, injuredNotReported: 3 };
const cell = {
  country: 'RS',
  count: 3,
  killed: 1,
  injured: 0,
  ...missing,
  types: 'suicide:2,other:1',
  bounds: '20.1,44.2,20.9,44.9',
};
const layer = cells.figures!;

test('a cell is read', () => {
  expect(layer.read({ geometry, properties: cell })).toEqual({
    layer: 'cells',
    key: 'RS 20.1,44.2,20.9,44.9',
    country: 'RS',
    lon: 20.5,
    lat: 44.8,
    count: 3,
    amount: 3,
    killed: 1,
    injured: 0,
    notReported: { killed: 2, injured: 3, amount: 0 },
    shares: [
      { type: 'suicide', count: 2 },
      { type: 'other', count: 1 },
    ],
    bounds: [20.1, 44.2, 20.9, 44.9],
  });
});

test('a cell has what a measure counts of it', () => {
  expect(layer.read({ geometry, properties: { ...cell, amount: 0 } })).toMatchObject({ count: 3, amount: 0 });
});

test('its ring shows what the measure counts, by type, and its legend names the ring of those without any', () => {
  const read = (amount: number, amounts: string) => layer.read({ geometry, properties: { ...cell, amount, amounts } })!;
  expect(read(5, 'other:5').shares).toEqual([{ type: 'other', count: 5 }]);
  const nothing = read(0, '');
  expect(nothing.shares).toEqual([]);
  const Sign = cells.LegendSign!;
  const signOf = (...figures: Figure[]) =>
    renderToStaticMarkup(createElement(Sign, { figures, measure: 'killed', selected: false }));
  expect(signOf(read(5, 'other:5'))).toBe('');
  expect(signOf(read(5, 'other:5'), nothing)).toContain('legend.nothing');
});

test('anything else is no cell', () => {
  expect(layer.read({ geometry, properties: { ...cell, bounds: '20.1,44.2,20.9' } })).toBeUndefined();
  expect(layer.read({ geometry, properties: { name: 'Ниш' } })).toBeUndefined();
  expect(layer.read({ geometry, properties: null })).toBeUndefined();
  expect(layer.read({ geometry: { type: 'MultiPoint', coordinates: [] }, properties: cell })).toBeUndefined();
});

test('a cell at one place cannot be split, and its area holds it all the same', () => {
  const spread = layer.read({ geometry, properties: cell }) as CellFigure;
  const together = layer.read({ geometry, properties: { ...cell, bounds: '20.5,44.8,20.5,44.8' } }) as CellFigure;
  expect([canSplit(spread), canSplit(together)]).toEqual([true, false]);
  const [west, south, east, north] = areaOf(together);
  expect(west < 20.5 && south < 44.8 && east > 20.5 && north > 44.8).toBe(true);
});
