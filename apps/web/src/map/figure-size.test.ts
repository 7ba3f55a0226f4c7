import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactCount } from './donut-pictures.ts';
import { countSizeWithin, donutRadius, largestRadius, scaleFor, scaleSamples, smallestRadius, usualScale } from './figure-size.ts';

const wide = 900;
const counts = fc.integer({ min: 1, max: 180_000 });
const widths = fc.double({ min: 53, max: 105, noNaN: true });

test('radii grow with the count and keep within their limits', () => {
  fc.assert(
    fc.property(counts, counts, widths, (one, other, width) => {
      const scale = scaleFor(Math.max(one, other), width, wide);
      const [small, large] = [donutRadius(Math.min(one, other), scale), donutRadius(Math.max(one, other), scale)];
      expect(small).toBeGreaterThanOrEqual(smallestRadius);
      expect(small).toBeLessThanOrEqual(large);
      expect(large).toBeLessThanOrEqual(scale.largestRadius);
      expect(scale.largestRadius).toBeLessThanOrEqual(largestRadius);
    }),
  );
});

test('one incident has the smallest radius, the largest count of the scale the largest', () => {
  expect(donutRadius(1, usualScale)).toBe(smallestRadius);
  expect(donutRadius(300, usualScale)).toBe(largestRadius);
  expect(donutRadius(5000, usualScale)).toBe(largestRadius);
});

test('a donut with nothing of what is counted is smaller than any with a number', () => {
  expect(donutRadius(0, usualScale)).toBeLessThan(smallestRadius);
});

test('donuts are smaller where cells are narrower', () => {
  expect(scaleFor(100, 90, wide).largestRadius).toBe(largestRadius);
  expect(scaleFor(100, 64, wide).largestRadius).toBe(largestRadius);
  expect(scaleFor(100, 55, wide).largestRadius).toBeLessThan(largestRadius);
  expect(scaleFor(100, 90, 390).largestRadius).toBeLessThan(largestRadius);
});

test('the scale suits the largest count', () => {
  fc.assert(
    fc.property(counts, (largest) => {
      const { largestCount } = scaleFor(largest, 64, wide);
      expect(largest).toBeLessThanOrEqual(largestCount * 1.25);
      if (largestCount > 20) expect(largest).toBeGreaterThan(largestCount / 1.6);
    }),
  );
});

test('the scale stays while it serves', () => {
  const current = { largestCount: 700, largestRadius };
  expect(scaleFor(300, 64, wide, current).largestCount).toBe(700);
  expect(scaleFor(0, 64, wide, current).largestCount).toBe(700);
  expect(scaleFor(900, 64, wide, current).largestCount).toBe(1000);
  expect(scaleFor(100, 64, wide, current).largestCount).toBe(100);
});

test('the legend shows three different sizes', () => {
  for (const largestCount of [20, 50, 300, 7000, 1_500_000]) {
    expect(new Set(scaleSamples({ largestCount, largestRadius })).size).toBe(3);
  }
});

test('the largest size in the legend is the largest on the map', () => {
  for (const largestCount of [20, 300, 1_500_000]) {
    const scale = { largestCount, largestRadius };
    expect(donutRadius(scaleSamples(scale)[2], scale)).toBe(donutRadius(largestCount * 1.25, scale));
  }
});

test('a count is written only where it can be read', () => {
  expect(countSizeWithin(11, '18')).toBeGreaterThan(9);
  expect(countSizeWithin(11, '12,340')).toBeUndefined();
  expect(countSizeWithin(28, '372')).toBe(13.5);
});

test('every circle has its count', () => {
  const format = compactCount('en-GB');
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 180_000 }), counts, widths, (count, other, width) => {
      const scale = scaleFor(Math.max(count, other), width, wide);
      expect(countSizeWithin(donutRadius(count, scale), format(count))).toBeGreaterThanOrEqual(8.5);
    }),
  );
});
