import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactRateRatio } from './exact-rate-ratio.ts';

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
