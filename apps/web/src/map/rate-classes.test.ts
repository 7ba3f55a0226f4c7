import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rateBounds, rateClass, rateClassCount } from './rate-classes.ts';

test('bounds are round numbers that grow evenly, and part as many places as they can', () => {
  expect(rateBounds([3.6, 4.1, 7.3, 10.4, 13.9, 22.6, 28.2])).toEqual([6, 10, 15, 25]);
  expect(rateBounds([13.9, 19.8, 22.7, 22.9, 35, 65.7])).toEqual([12, 20, 30, 50]);
  expect(rateBounds([1.3, 2, 2.5, 3.2, 4, 5, 7, 9, 12, 15, 22, 30, 70])).toEqual([3, 6, 12, 25]);
  expect(rateBounds([0.35, 0.6, 0.7])).toEqual([0.3, 0.4, 0.5, 0.6]);
  expect(rateBounds([])).toEqual([1, 2, 4, 8]);
  expect(rateBounds([0, 0])).toEqual([1, 2, 4, 8]);
});

test('a rate has the class of the bounds that it reaches', () => {
  const bounds = [3, 6, 12, 24];
  expect([0, 2.9, 3, 11.9, 24, 400].map((rate) => rateClass(rate, bounds))).toEqual([0, 0, 1, 2, 4, 4]);
});

test('the highest class is used, and no class between two bounds hides much more than a doubling', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 10_000, noNaN: true }), { minLength: 1 }), (rates) => {
      const bounds = rateBounds(rates);
      expect(bounds).toHaveLength(rateClassCount - 1);
      expect(rateClass(Math.max(...rates), bounds)).toBe(rateClassCount - 1);
      for (const [at, bound] of bounds.slice(1).entries()) {
        expect(bound / bounds[at]!).toBeGreaterThan(1.1);
        expect(bound / bounds[at]!).toBeLessThan(2.1);
      }
    }),
  );
});
