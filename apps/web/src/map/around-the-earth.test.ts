import type { Box } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearLongitude, rolled, smallestBox, unrolled } from './around-the-earth.ts';

const lons = fc.integer({ min: -180, max: 180 });
const lats = fc.integer({ min: -90, max: 90 });
const points = fc.array(fc.tuple(lons, lats), { minLength: 1, maxLength: 8 });
const boxOf = (among: readonly (readonly [number, number])[]) => smallestBox(among.map(([lon, lat]): Box => [lon, lat, lon, lat]))!;
const widthOf = (box: Box) => unrolled(box)[2] - box[0];

test('the box around points has them all, and no narrower one begins at a point and has them', () => {
  fc.assert(
    fc.property(points, (among) => {
      const [west, south, east, north] = unrolled(boxOf(among));
      for (const [lon, lat] of among) {
        const eastwards = (lon - west + 720) % 360;
        expect([eastwards <= east - west, lat >= south, lat <= north]).toEqual([true, true, true]);
      }
      const from = (start: number) => Math.max(...among.map(([lon]) => (lon - start + 720) % 360));
      expect(east - west).toBe(Math.min(...among.map(([lon]) => from(lon))));
    }),
  );
});

test('it is the same for points that are all moved around the earth', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -170, max: 170 }), { minLength: 1, maxLength: 8 }), lons, (among, by) => {
      const moved = among.map((lon) => nearLongitude(lon + by, 0));
      expect(widthOf(boxOf(moved.map((lon) => [lon, 0])))).toBe(widthOf(boxOf(among.map((lon) => [lon, 0]))));
    }),
  );
});

test('incidents of Fiji and of New Zealand with Chatham have no box around the earth', () => {
  expect(
    boxOf([
      [177.4, -17.6],
      [-179.9, -16.8],
      [178.4, -18.1],
    ]),
  ).toEqual([177.4, -18.1, -179.9, -16.8]);
  expect(
    smallestBox([
      [166.5, -47, 178.5, -34.4],
      [-176.6, -44, -176.5, -43.9],
    ]),
  ).toEqual([166.5, -47, -176.5, -34.4]);
  expect(
    smallestBox([
      [15, 40, 30, 48],
      [16, 41, 17, 42],
    ]),
  ).toEqual([15, 40, 30, 48]);
  expect(smallestBox([])).toBeUndefined();
});

test('a box of the filter comes back, and what is wider than the earth is all of it', () => {
  const known = lons.filter((lon) => lon > -180);
  fc.assert(
    fc.property(known, known, (west, east) => {
      expect(rolled(unrolled([west, -1, east, 1]))).toEqual([west, -1, east, 1]);
    }),
  );
  expect(rolled([175, -20, 185, -10])).toEqual([175, -20, -175, -10]);
  expect(rolled([-200, -20, 190, -10])).toEqual([-180, -20, 180, -10]);
});
