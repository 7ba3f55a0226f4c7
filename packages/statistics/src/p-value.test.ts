import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalOfRatio } from './rate-ratio.ts';
import { pValueOfChange } from './p-value.ts';

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
