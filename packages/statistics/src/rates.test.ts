import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInterval, exactCountInterval, exactRate, exactRateRatio } from './rates.ts';

test('60 events in 51,477.5 units after 30 in 54,308.7: 2.10999757, central interval 1.33973572 to 3.38836557', () => {
  // The women of Gu, Ng, Tang and Schucany, "Testing the ratio of two Poisson rates", Biometrical Journal 50, 2008, with the interval that
  // R's exactci gives, as in the tests of Python's statsmodels.
  const ratio = exactRateRatio({ events: 60, exposure: 51_477.5 }, { events: 30, exposure: 54_308.7 });
  expect(ratio?.value).toBeCloseTo(2.109_997_57, 8);
  expect(ratio?.low).toBeCloseTo(1.339_735_72, 8);
  expect(ratio?.high).toBeCloseTo(3.388_365_57, 8);
});

test('2 events in 17,877 units after 9 in 16,660: 0.2071 (0.0218 to 1.0005)', () => {
  // The example of the R package rateratio.test: the interval holds 1, and the p-value agrees with it.
  const ratio = exactRateRatio({ events: 2, exposure: 17_877 }, { events: 9, exposure: 16_660 });
  expect(ratio?.value).toBeCloseTo(0.2071, 4);
  expect(ratio?.low).toBeCloseTo(0.0218, 4);
  expect(ratio?.high).toBeCloseTo(1.0005, 4);
  expect(ratio?.p).toBeCloseTo(0.05011, 4);
});

test('11 events in 800 units after 21 in 3,011: 1.971488 (0.8584264 to 4.2772659)', () => {
  // The second example of poisson.test in R.
  const ratio = exactRateRatio({ events: 11, exposure: 800 }, { events: 21, exposure: 3011 });
  expect(ratio?.value).toBeCloseTo(1.971_488, 6);
  expect(ratio?.low).toBeCloseTo(0.858_426_4, 7);
  expect(ratio?.high).toBeCloseTo(4.277_265_9, 7);
});

test('the published third quarters of 2025 and 2024: 804 after 939 is 0.8562 (0.7783 to 0.9418)', () => {
  const ratio = exactRateRatio({ events: 804, exposure: 92 }, { events: 939, exposure: 92 })!;
  expect([ratio.value, ratio.low, ratio.high].map((value) => value.toFixed(4))).toEqual(['0.8562', '0.7783', '0.9418']);
});

test('no event on one side bounds the ratio on the other only, and none on either says nothing', () => {
  expect(exactRateRatio({ events: 0, exposure: 1 }, { events: 5, exposure: 1 })).toMatchObject({ value: 0, low: 0 });
  expect(exactRateRatio({ events: 5, exposure: 1 }, { events: 0, exposure: 1 })).toMatchObject({ value: Infinity, high: Infinity });
  expect(exactRateRatio({ events: 0, exposure: 1 }, { events: 0, exposure: 1 })).toBeUndefined();
  expect(() => exactRateRatio({ events: 1, exposure: 0 }, { events: 1, exposure: 1 })).toThrow(RangeError);
});

test('turning the comparison round inverts it, and the p-value is below 5% where the interval leaves out 1', () => {
  const count = fc.record({ events: fc.integer({ min: 1, max: 3000 }), exposure: fc.double({ min: 0.5, max: 20, noNaN: true }) });
  fc.assert(
    fc.property(count, count, (one, two) => {
      const there = exactRateRatio(one, two)!;
      const back = exactRateRatio(two, one)!;
      expect(there.low).toBeLessThan(there.value);
      expect(there.high).toBeGreaterThan(there.value);
      expect(there.low * back.high).toBeCloseTo(1, 6);
      expect(there.p).toBeCloseTo(back.p, 10);
      if (Math.abs(there.p - 0.05) > 1e-9) expect(there.p < 0.05).toBe(there.low > 1 || there.high < 1);
    }),
  );
});

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
