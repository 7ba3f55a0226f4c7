import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../i18n/english-texts.ts';
import { englishMapTexts } from './english-map-texts.ts';
import type { AreaFigure, CellFigure, Figure, FigureWording } from './figure.ts';
import { figureLayer, isTold } from './figures-in-view.ts';
import type { IncidentFigure } from './layers/incidents.tsx';
import type { ShadedArea } from './shading.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const wording: FigureWording = {
  t: await englishMapTexts(),
  common: await englishTexts(),
  format: formatOf('en-GB'),
  terms: {
    place: (code: string) => ({ 'ME-10': 'Kotor' })[code] ?? code,
    label: () => 'Suicide',
  } as unknown as FigureWording['terms'],
  actions: {
    amountOf: () => undefined,
    placeOf: () => 'in part of Kosovo*',
    pointOf: (_, of) => `${of === 'middle' ? 'middle near' : 'around'} Budva, Montenegro`,
  },
};
const line = (figure: Figure) => figureLayer(figure).line(figure, wording, { nth: 3, all: 100 });

const figure = { lon: 18.8, lat: 42.4, count: 28, amount: 28, shares: [], killed: 1, injured: 2, ...allReported };
function area(layer: string, known: object = {}, code = 'ME-10'): AreaFigure {
  const shaded = { code, class: 1, incidents: 28, killed: 1, injured: 2, ...allReported, amount: 28, ...known } as ShadedArea;
  return { ...figure, layer: `${layer}-shades`, key: code, area: shaded };
}

test.each(['regions', 'locations'])('%s tell their count and rate, or why they have none', (layer) => {
  const rate = { kind: 'rate', rate: 62.13, low: 41, high: 90 };
  expect(line(area(layer, { rate }))).toBe('Kotor: 28 incidents, 62.1 per 100,000 people per year');
  expect(line(area(layer, { rate: { kind: 'few', events: 3 } }))).toBe('Kotor: 28 incidents, fewer than 5: no rate');
  expect(line(area(layer, { rate: { kind: 'unknown', events: 3 } }))).toBe('Kotor: 28 incidents, no population figure');
  expect(line(area(layer))).toBe('Kotor: 28 incidents');
});

test('hot spots tell what was found and how many of such may be chance', () => {
  expect(line(area('hot_spots', { spot: 'hot-1', p: 0.001 }))).toBe(
    'Kotor: 28 incidents, hot spot with its neighbours (at most 1% of such spots are chance)',
  );
  expect(line(area('hot_spots', { spot: 'cold-0', p: 0.04 }))).toBe(
    'Kotor: 28 incidents, cold spot with its neighbours (at most 5% of such spots are chance)',
  );
  expect(line(area('hot_spots', { spot: 'none', p: 0.6 }))).toBe('Kotor: 28 incidents, no more or less than chance');
  // Nothing was tested, so nothing was found.
  expect(line(area('hot_spots', { spot: 'none', p: null }))).toBe('Kotor: 28 incidents');
  expect(line(area('hot_spots', { spot: 'hot-0', p: 0.04 }, '841e0a1ffffffff'))).toBe(
    'Hexagon 3 of 100: 28 incidents, hot spot with its neighbours (at most 5% of such spots are chance), middle near Budva, Montenegro',
  );
});

test('a difference tells both counts and their ratio, or that they are not compared', () => {
  const told = (difference: string, amounts: readonly (number | undefined)[], change: object | undefined) =>
    line(area('difference', { difference, pair: { value: 'ME-10', amounts, change, isClear: false } }));
  expect(told('more-0', [28, 14], { kind: 'change', ratio: 2, low: 1.1, high: 3.8 })).toMatch(
    /^Kotor: A 28, B 14, 2\S*× \(1\.1\S*–3\.8/,
  );
  expect(told('few', [28, 3], { kind: 'too_few' })).toBe('Kotor: A 28, B 3. Too few or too uneven to compare');
  expect(told('unknown', [28, undefined], undefined)).toBe('Kotor: A 28, B –. Not in both A and B, or no data for both');
});

test('hexagons have numbers, so that no two lines are alike', () => {
  expect(line(area('hexagons', {}, '841e0a1ffffffff'))).toBe('Hexagon 3 of 100: 28 incidents, middle near Budva, Montenegro');
});

test('a single incident tells type, day and place; a circle its count and place', () => {
  const incident: IncidentFigure = {
    ...figure,
    layer: 'incidents',
    key: 'A',
    id: 'A',
    type: 'suicide',
    occurredOn: '2025-05-03',
    count: 1,
  };
  expect(line(incident)).toBe('Suicide, 3 May 2025, around Budva, Montenegro');
  const cell: CellFigure = { ...figure, layer: 'cells', key: 'XK', country: 'XK', bounds: [20, 42, 21, 43], count: 947 };
  expect(line(cell)).toBe('947 incidents in part of Kosovo*');
});

test('a region that only B has incidents in is told, and a cold spot without any', () => {
  const pair = (amounts: readonly number[]) => ({ pair: { amounts } });
  expect(isTold({ ...area('difference', pair([0, 12])), count: 0 })).toBe(true);
  expect(isTold({ ...area('difference', pair([0, 0])), count: 0 })).toBe(false);
  expect(isTold({ ...area('hot_spots', { spot: 'cold-1' }), count: 0 })).toBe(true);
  expect(isTold({ ...area('hot_spots', { spot: 'none' }), count: 0 })).toBe(false);
});
