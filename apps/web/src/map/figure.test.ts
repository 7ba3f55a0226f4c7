import { expect, test } from 'vitest';
import { areaOf, canSplit, type CellFigure, figureRadius, readFigure } from './figure.ts';
import { usualScale } from './figure-size.ts';

const geometry = { type: 'Point' as const, coordinates: [20.5, 44.8] };
const cell = { country: 'RS', count: 3, killed: 1, injured: 0, types: 'suicide:2,other:1', bounds: '20.1,44.2,20.9,44.9' };

test('a cell is read', () => {
  expect(readFigure({ geometry, properties: cell })).toEqual({
    kind: 'cell',
    country: 'RS',
    lon: 20.5,
    lat: 44.8,
    count: 3,
    killed: 1,
    injured: 0,
    shares: [
      { type: 'suicide', count: 2 },
      { type: 'other', count: 1 },
    ],
    bounds: [20.1, 44.2, 20.9, 44.9],
  });
});

test('a single incident is read', () => {
  const properties = { id: 'A-1', type: 'suicide', killed: 0, injured: 0, occurred_on: '2026-10-31' };
  expect(readFigure({ geometry, properties })).toEqual({
    kind: 'incident',
    lon: 20.5,
    lat: 44.8,
    killed: 0,
    injured: 0,
    id: 'A-1',
    type: 'suicide',
    occurredOn: '2026-10-31',
  });
});

test('anything else is no figure', () => {
  expect(readFigure({ geometry, properties: { ...cell, bounds: '20.1,44.2,20.9' } })).toBeUndefined();
  expect(readFigure({ geometry, properties: { name: 'Ниш' } })).toBeUndefined();
  expect(readFigure({ geometry, properties: null })).toBeUndefined();
  expect(readFigure({ geometry: { type: 'MultiPoint', coordinates: [] }, properties: cell })).toBeUndefined();
});

test('a cell at one place cannot be split, and its area holds it all the same', () => {
  const spread = readFigure({ geometry, properties: cell }) as CellFigure;
  const together = readFigure({ geometry, properties: { ...cell, bounds: '20.5,44.8,20.5,44.8' } }) as CellFigure;
  expect([canSplit(spread), canSplit(together)]).toEqual([true, false]);
  const [west, south, east, north] = areaOf(together);
  expect(west < 20.5 && south < 44.8 && east > 20.5 && north > 44.8).toBe(true);
});

test('a dot is larger where somebody was killed', () => {
  const incident = { kind: 'incident', lon: 0, lat: 0, injured: 0, id: 'A', type: 'other', occurredOn: '2026-01-01' } as const;
  expect(figureRadius({ ...incident, killed: 1 }, usualScale)).toBeGreaterThan(
    figureRadius({ ...incident, killed: 0 }, usualScale),
  );
});
