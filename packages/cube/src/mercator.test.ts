import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mercatorXOf, mercatorYOf, squareOf, squareZoom, zOrder } from './mercator.ts';

const whole = 2 ** 32;
const last = whole - 1;

test.each([
  [-180, 0],
  [-179.999999, 11],
  [-90, whole / 4],
  [0, whole / 2],
  [90, (3 * whole) / 4],
  [179.999999, last - 11],
  // The antimeridian is one line, and belongs to the westernmost tiles whichever way it is written.
  [180, 0],
])('longitude %s lies at %s', (lon, x) => {
  expect(mercatorXOf(lon * 1e6)).toBe(x);
});

test.each([
  [90, 0],
  [85.06, 0],
  [85.0511287798066, 0],
  // Half the height less ln(tan 45° + 1 / cos 45°) / 2π of it.
  [45, Math.floor((0.5 - Math.log(1 + Math.SQRT2) / (2 * Math.PI)) * whole)],
  [0, whole / 2],
  [-85.06, last],
  [-90, last],
])('latitude %s lies at %s', (lat, y) => {
  expect(Math.abs(mercatorYOf(lat) - y)).toBeLessThanOrEqual(1);
});

test('going south, a point never lies farther north', () => {
  const latitude = fc.double({ min: -90, max: 90, noNaN: true });
  fc.assert(
    fc.property(latitude, latitude, (one, other) => {
      expect(mercatorYOf(Math.min(one, other))).toBeGreaterThanOrEqual(mercatorYOf(Math.max(one, other)));
    }),
  );
});

test.each([
  [-180, 90, 0, 0],
  [180, 90, 0, 0],
  [179.999999, 85.06, 1023, 0],
  [-180, -90, 0, 1023],
  [179.999999, -90, 1023, 1023],
  [0, 0, 512, 512],
])('the square of %s, %s is that of column %s and row %s', (lon, lat, column, row) => {
  expect(squareZoom).toBe(10);
  expect(squareOf(lon, lat)).toBe(zOrder(column, row));
});

test('each column and row has a number of its own, and a square is next to its neighbours of the same parent', () => {
  expect([zOrder(0, 0), zOrder(1, 0), zOrder(0, 1), zOrder(1, 1), zOrder(2, 0)]).toEqual([0, 1, 2, 3, 4]);
  const place = fc.integer({ min: 0, max: 2 ** squareZoom - 1 });
  fc.assert(
    fc.property(place, place, (x, y) => {
      expect(zOrder(x, y) >>> 2).toBe(zOrder(x >>> 1, y >>> 1));
      expect(zOrder(x, y) & 3).toBe((x & 1) | ((y & 1) << 1));
    }),
  );
});
