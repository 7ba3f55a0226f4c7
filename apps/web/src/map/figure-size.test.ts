import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSizeWithin, donutRadius, largestRadius, scaleMaximumFor, scaleSamples, smallestRadius } from './figure-size.ts';

const counts = fc.integer({ min: 1, max: 200_000 });

test('radii grow with the count and keep within their limits', () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const scale = scaleMaximumFor(Math.max(one, other));
      const [small, large] = [donutRadius(Math.min(one, other), scale), donutRadius(Math.max(one, other), scale)];
      expect(small).toBeGreaterThanOrEqual(smallestRadius);
      expect(small).toBeLessThanOrEqual(large);
      expect(large).toBeLessThanOrEqual(largestRadius);
    }),
  );
});

test('one incident has the smallest radius, the scale the largest', () => {
  expect(donutRadius(1, 320)).toBe(smallestRadius);
  expect(donutRadius(320, 320)).toBe(largestRadius);
  expect(donutRadius(5000, 320)).toBe(largestRadius);
});

test('the scale suits the largest count', () => {
  fc.assert(
    fc.property(counts, (largest) => {
      const scale = scaleMaximumFor(largest);
      expect(largest).toBeLessThanOrEqual(scale * 1.25);
      if (scale > 20) expect(largest).toBeGreaterThan(scale / 2);
    }),
  );
});

test('the scale stays while it serves', () => {
  expect(scaleMaximumFor(300, 640)).toBe(640);
  expect(scaleMaximumFor(0, 640)).toBe(640);
  expect(scaleMaximumFor(900, 640)).toBe(1280);
  expect(scaleMaximumFor(100, 640)).toBe(80);
});

test('the legend shows three different sizes', () => {
  for (const scale of [20, 40, 320, 5120, 163_840]) expect(new Set(scaleSamples(scale)).size).toBe(3);
});

test('a count is written only where it can be read', () => {
  expect(countSizeWithin(9, '5')).toBeUndefined();
  expect(countSizeWithin(10, '18')).toBeGreaterThan(8);
  expect(countSizeWithin(11, '372')).toBeUndefined();
  expect(countSizeWithin(28, '372')).toBe(13.5);
});
