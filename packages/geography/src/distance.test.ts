import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOf, isNearBox, kilometresBetween, nearestOf } from './distance.ts';

const belgrade = { lon: 20.465, lat: 44.804 };
const nis = { lon: 21.9, lat: 43.32 };

test('the nearest of some points is found as far as it may be', () => {
  const apart = kilometresBetween(belgrade, nis);
  expect(nearestOf([nis, belgrade], { lon: 21, lat: 44.6 }, 100)).toBe(belgrade);
  expect(nearestOf([belgrade, nis], { lon: 21, lat: 44.6 }, apart)).toBe(belgrade);
  expect(nearestOf([nis], belgrade, apart + 0.1)).toBe(nis);
  expect(nearestOf([nis], belgrade, apart - 0.1)).toBeUndefined();
  expect(nearestOf([], belgrade, 100)).toBeUndefined();
});

const point = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});

test('a box with a point within the distance is near, across the date line and at the poles too', () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 1, maxLength: 4 }),
      point,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (points, to, more) => {
        const nearest = Math.min(...points.map((one) => kilometresBetween(one, to)));
        expect(isNearBox(boxOf(points), to, nearest * (1 + more) + 0.001)).toBe(true);
      },
    ),
  );
});

test('a box is not near a point far from it, on either side', () => {
  const box = boxOf([belgrade, nis]);
  for (const far of [
    { lon: -80, lat: 44 },
    { lon: 25, lat: 44 },
    { lon: 21, lat: 50 },
    { lon: 21, lat: -44 },
    { lon: 179, lat: 44 },
  ])
    expect(isNearBox(box, far, 60)).toBe(false);
  expect(isNearBox(boxOf([{ lon: 179.9, lat: 0 }]), { lon: -179.9, lat: 0 }, 60)).toBe(true);
});
