import { cellToBoundary, cellToLatLng, gridDisk, latLngToCell, polygonToCells } from 'h3-js';
import { expect, test } from 'vitest';
import { spotsAmongHexagons } from './hot-spot-map.ts';

/** A square of about 450 km. */
const land = {
  type: 'FeatureCollection' as const,
  features: [
    {
      type: 'Feature' as const,
      properties: { code: 'RS' },
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [18, 42],
            [24, 42],
            [24, 46],
            [18, 46],
            [18, 42],
          ],
        ],
      },
    },
  ],
};
const h3 = { polygonToCells, gridDisk, cellToBoundary, cellToLatLng };

function spotsOf(cells: readonly string[], amount: number[]) {
  const counts = {
    datasetVersion: 1,
    level: 4,
    finest: 6,
    cell: [...cells],
    incidents: amount,
    killed: amount,
    injured: amount,
    amount,
    notReported: { killed: amount, injured: amount, amount },
  };
  return spotsAmongHexagons(counts, { locations: ['RS'], land, key: 'made up' }, h3);
}

test('a cluster is hot among all hexagons of the land, those without incidents included', () => {
  const middle = latLngToCell(44, 21, 4);
  const cluster = gridDisk(middle, 1);
  const { found, areas } = spotsOf(
    cluster,
    cluster.map(() => 40),
  );
  expect(areas.length).toBeGreaterThan(60);
  expect(found).toMatchObject({ kind: 'found', cold: [] });
  expect(found.kind === 'found' && found.hot.includes(middle)).toBe(true);
  expect(areas.find(({ code }) => code === middle)?.spot).toBe('hot-1');
  expect(areas.filter(({ incidents }) => incidents === 0).length).toBe(areas.length - cluster.length);
});

test('few incidents are no finding', () => {
  expect(spotsOf([latLngToCell(44, 21, 4)], [3]).found.kind).toBe('too_few_incidents');
});
