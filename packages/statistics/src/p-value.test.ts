import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalOfRatio } from './rates.ts';
import { benjaminiHochberg, pValueOfChange } from './p-value.ts';

test('the published example: a ratio of 0.81 (0.70 to 0.94) has p = 0.005', () => {
  // Altman and Bland, BMJ 343:d2304, 2011.
  expect(pValueOfChange({ ratio: 0.81, low: 0.7, high: 0.94 })).toBeCloseTo(0.005, 3);
});

test('it agrees with the interval, whatever variance that was made from', () => {
  const count = fc.integer({ min: 1, max: 10_000 });
  const variance = fc.double({ min: 1e-4, max: 1, noNaN: true });
  fc.assert(
    fc.property(count, count, variance, (one, two, of) => {
      const change = intervalOfRatio({ events: one, exposure: 1 }, { events: two, exposure: 1 }, of);
      const p = pValueOfChange(change);
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      if (Math.abs(p - 0.05) > 1e-6) expect(p < 0.05).toBe(change.low > 1 || change.high < 1);
    }),
  );
});

test('the published example: of fifteen comparisons the four smallest p-values stand out', () => {
  // Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995, section 4.1.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const adjusted = benjaminiHochberg(published);
  expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  expect(benjaminiHochberg([])).toEqual([]);
  expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
});

test('it finds what the step-up procedure finds, keeps the order, and makes no value smaller', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: 0, max: 10_000 }).map((count) => count / 10_000),
        { maxLength: 40 },
      ),
      (pValues) => {
        const adjusted = benjaminiHochberg(pValues);
        const ascending = pValues.toSorted((one, other) => one - other);
        // The procedure as published: all up to the largest k with p(k) ≤ k/m × 5%.
        const last = ascending.findLastIndex((p, index) => (p * pValues.length) / (index + 1) <= 0.05);
        expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(last + 1);
        for (const [index, p] of pValues.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          for (const [other, q] of pValues.entries()) if (p < q) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other]!);
        }
      },
    ),
  );
});
