import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateBounds, rateClass, rateClassCount } from './rate-classes.ts';

test('bounds double, begin with a round number and have the median in their middle', () => {
  expect(rateBounds([3.6, 4.1, 7.3, 10.4, 13.9, 22.6, 28.2])).toEqual([3, 6, 12, 24]);
  expect(rateBounds([0.35, 0.6, 0.7])).toEqual([0.2, 0.4, 0.8, 1.6]);
  expect(rateBounds([])).toEqual([1, 2, 4, 8]);
  expect(rateBounds([0, 0])).toEqual([1, 2, 4, 8]);
});

test('a rate has the class of the bounds that it reaches', () => {
  const bounds = [3, 6, 12, 24];
  expect([0, 2.9, 3, 11.9, 24, 400].map((rate) => rateClass(rate, bounds))).toEqual([0, 0, 1, 2, 4, 4]);
});

test('the median is never in the lowest or the highest class', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 10_000, noNaN: true }), { minLength: 1 }), (rates) => {
      const bounds = rateBounds(rates);
      const median = rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0;
      expect(bounds).toHaveLength(rateClassCount - 1);
      expect(rateClass(median, bounds)).toBeGreaterThan(0);
      expect(rateClass(median, bounds)).toBeLessThan(rateClassCount - 1);
    }),
  );
});
