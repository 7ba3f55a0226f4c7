import { expect, test } from 'vitest';
import { countInterval } from './count-interval.ts';

test('the interval of a count is close to the exact Poisson one, that of none included', () => {
  // Exact bounds: Garwood, Biometrika 28, 1936.
  const exact: [events: number, low: number, high: number][] = [
    [0, 0, 3.69],
    [1, 0.025, 5.57],
    [10, 4.8, 18.39],
    [50, 37.11, 65.92],
    [100, 81.36, 121.63],
  ];
  for (const [events, low, high] of exact) {
    const interval = countInterval(events);
    expect(Math.abs(interval.low - low)).toBeLessThan(0.03);
    expect(Math.abs(interval.high - high)).toBeLessThan(0.03);
  }
  expect(() => countInterval(-1)).toThrow(RangeError);
});
