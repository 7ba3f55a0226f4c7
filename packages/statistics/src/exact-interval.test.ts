import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactCountInterval, exactRate } from './exact-interval.ts';
import { countInterval } from './count-interval.ts';

test('published exact intervals of a count', () => {
  // Breslow and Day, Statistical Methods in Cancer Research, volume II, table 2.10, to the digits printed there.
  const published: [events: number, low: number, high: number][] = [
    [0, 0, 3.69],
    [1, 0.0253, 5.57],
    [10, 4.8, 18.39],
    [50, 37.11, 65.92],
    [100, 81.36, 121.63],
  ];
  for (const [events, low, high] of published) {
    const interval = exactCountInterval(events);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  }
  // The example of poisson.test in R: 137 events where 24.19893 are expected.
  expect(exactCountInterval(137).low / 24.19893).toBeCloseTo(4.753125, 6);
  expect(exactCountInterval(137).high / 24.19893).toBeCloseTo(6.692709, 6);
  expect(() => exactCountInterval(-1)).toThrow(RangeError);
});

test('15 events in 400 units of exposure: 0.0375, from 0.02098847 to 0.06185055', () => {
  // As the exact method of R's poisson.test(15, 400), and of the tests of Python's statsmodels.
  const { value, low, high } = exactRate({ events: 15, exposure: 400 });
  expect(value).toBe(0.0375);
  expect(low).toBeCloseTo(0.02098847, 8);
  expect(high).toBeCloseTo(0.06185055, 8);
  expect(exactRate({ events: 15, exposure: 400 }, 100_000).low).toBeCloseTo(2098.847, 3);
  expect(() => exactRate({ events: 15, exposure: 0 })).toThrow(RangeError);
});

test('it holds the count, widens with it, and is close to the approximation of Byar', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1_000_000 })), (events) => {
      const { low, high } = exactCountInterval(events);
      expect(low).toBeLessThanOrEqual(events);
      expect(high).toBeGreaterThan(events);
      const next = exactCountInterval(events + 1);
      expect(next.low).toBeGreaterThan(low);
      expect(next.high).toBeGreaterThan(high);
      const near = countInterval(events);
      expect(Math.abs(near.low - low)).toBeLessThan(0.03);
      expect(Math.abs(near.high - high)).toBeLessThan(0.03);
    }),
  );
});

test('the chance of so few or so many events at a bound is 2.5%, by adding up', () => {
  const atMost = (count: number, mean: number) => {
    let logarithm = -mean;
    let sum = Math.exp(logarithm);
    for (let events = 1; events <= count; events++) {
      logarithm += Math.log(mean / events);
      sum += Math.exp(logarithm);
    }
    return sum;
  };
  for (const events of [1, 7, 60, 400, 899, 900, 901, 1000, 2000, 20_000]) {
    const { low, high } = exactCountInterval(events);
    expect(1 - atMost(events - 1, low)).toBeCloseTo(0.025, events > 900 ? 5 : 10);
    expect(atMost(events, high)).toBeCloseTo(0.025, events > 900 ? 5 : 10);
  }
});
