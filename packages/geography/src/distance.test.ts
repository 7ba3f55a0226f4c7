import { expect, test } from 'vitest';
import { kilometresBetween, nearestOf } from './distance.ts';

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
