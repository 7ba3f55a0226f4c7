import { expect, test } from 'vitest';
import { slopeOf } from './slope.ts';

/** Stopping distances of cars (Ezekiel 1930), which come with R as `cars`: miles per hour, then feet. */
const speeds = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18,
  18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
];
const distances = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42, 56,
  76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];

test('slope and interval are those of confint(lm(dist ~ speed, cars)) in R', () => {
  const slope = slopeOf(speeds.map((x, at) => ({ x, y: distances[at]! })));
  expect(slope.perUnit).toBeCloseTo(3.932409, 6);
  expect(slope.low).toBeCloseTo(3.096964, 6);
  expect(slope.high).toBeCloseTo(4.767853, 6);
});

test('points on a line leave no doubt, two points leave every doubt, and points at one place have no slope', () => {
  const line = [0, 1, 2, 3].map((x) => ({ x, y: 5 - 2 * x }));
  expect(slopeOf(line)).toEqual({ perUnit: -2, low: -2, high: -2 });
  expect(slopeOf(line.slice(0, 2))).toEqual({ perUnit: -2, low: -Infinity, high: Infinity });
  expect(slopeOf([1, 2, 3].map((y) => ({ x: 1, y }))).perUnit).toBeNaN();
});
