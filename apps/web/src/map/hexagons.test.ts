import { cellToBoundary, cellToLatLng, getHexagonAreaAvg, latLngToCell, UNITS } from 'h3-js';
import { expect, test } from 'vitest';
import { hexagonLevels } from '@monitor/domain';
import { areaOfLevel } from './hexagon-area.ts';
import { levelAtZoom, shadeHexagons } from './hexagons.ts';

test('hexagons grow finer with the zoom, from the coarsest to the finest level', () => {
  const levels = Array.from({ length: 32 }, (_, step) => levelAtZoom(step / 2));
  expect(levels[0]).toBe(hexagonLevels.coarsest);
  expect(levels.at(-1)).toBe(hexagonLevels.finest);
  expect(levels).toEqual(levels.toSorted((one, other) => one - other));
});

test('their area is the mean that the library gives', () => {
  for (let level: number = hexagonLevels.coarsest; level <= hexagonLevels.finest; level++)
    expect(areaOfLevel(level) / getHexagonAreaAvg(level, UNITS.km2)).toBeCloseTo(1, 1);
});

test('each hexagon is drawn where it lies, in the class of what is counted', () => {
  const cells = [latLngToCell(44, 20, 4), latLngToCell(42, 21, 4)];
  const counts = { datasetVersion: 3, level: 4, finest: 6, cell: cells, incidents: [1, 90], killed: [0, 4], injured: [1, 5] };
  const notReported = { killed: [1, 2], injured: [0, 3], amount: [0, 0] };
  const shading = shadeHexagons({ ...counts, amount: [1, 90], notReported }, 'key', { cellToBoundary, cellToLatLng });
  expect(shading.shapes.features.map(({ properties }) => properties.code)).toEqual(cells);
  expect(shading.shapes.features[0]!.properties.class).toBeLessThan(shading.shapes.features[1]!.properties.class);
  const [lon, lat] = shading.middles.get(cells[0]!)!;
  expect(Math.abs(lon! - 20) + Math.abs(lat! - 44)).toBeLessThan(0.6);
  expect(shading.areas[1]).toMatchObject({ code: cells[1], incidents: 90, killed: 4, injured: 5, amount: 90 });
});

test('a hexagon whose incidents do not give what is counted is in no class', () => {
  const cell = [latLngToCell(44, 20, 4), latLngToCell(42, 21, 4)];
  const counts = {
    datasetVersion: 3,
    level: 4,
    finest: 6,
    cell,
    incidents: [4, 4],
    killed: [0, 0],
    injured: [0, 0],
    amount: [0, 0],
  };
  const notReported = { killed: [0, 0], injured: [4, 3], amount: [4, 3] };
  const { areas, shapes } = shadeHexagons({ ...counts, notReported }, 'key', { cellToBoundary, cellToLatLng });
  expect(areas.map((area) => area.class)).toEqual(['unknown', 0]);
  expect(shapes.features.map(({ properties }) => properties.class)).toEqual([-1, 0]);
});
