import { expect, test } from 'vitest';
import { areaSize } from './area-size.ts';

test('a box, the same as a polygon either way round, and a circle in square kilometres', () => {
  const box = areaSize({ bbox: [20, 44, 21, 45] })!;
  // A degree of longitude is 79.4 km at 44.5° north, and one of latitude 111.2.
  expect(box / (79.4 * 111.2)).toBeCloseTo(1, 2);
  const ring = [
    [20, 44],
    [21, 44],
    [21, 45],
    [20, 45],
  ] as const;
  expect(areaSize({ within: ring })! / box).toBeCloseTo(1, 2);
  expect(areaSize({ within: ring.toReversed() })).toBeCloseTo(areaSize({ within: ring })!, 6);
  expect(areaSize({ near: { lon: 20, lat: 44, km: 30 } })! / (Math.PI * 900)).toBeCloseTo(1, 3);
});

test('a box over the antimeridian is no wider than it looks, and no area has no size', () => {
  expect(areaSize({ bbox: [179, 0, -179, 1] })).toBeCloseTo(areaSize({ bbox: [19, 0, 21, 1] })!, 6);
  expect(areaSize({})).toBeUndefined();
});
