import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactCount } from './donut-pictures.ts';
import {
  countSizeWithin,
  drawnAlike,
  holeShare,
  largestRadius,
  leastRadius,
  radiusOf,
  scaleFor,
  scaleSamples,
} from './figure-size.ts';

const wide = 900;
const counts = fc.integer({ min: 1, max: 180_000 });
const mapWidths = fc.constantFrom(390, wide);

test('areas are in proportion to counts; only those that would be too small to see are drawn alike', () => {
  fc.assert(
    fc.property(counts, counts, mapWidths, (one, other, mapWidth) => {
      const scale = scaleFor(Math.max(one, other), mapWidth);
      const alike = drawnAlike(scale);
      const radii = [one, other].map((count) => radiusOf(count, scale));
      for (const [at, count] of [one, other].entries()) {
        expect(radii[at]).toBeGreaterThanOrEqual(leastRadius);
        if (count <= alike && alike > 1) expect(radii[at]).toBe(leastRadius);
      }
      if (Math.min(one, other) > alike) expect((radii[0]! / radii[1]!) ** 2).toBeCloseTo(one / other);
    }),
  );
});

test('a donut with nothing of what is counted is smaller than any other', () => {
  expect(radiusOf(0, { largestCount: 300, largestRadius })).toBeLessThan(leastRadius);
});

test('donuts are smaller on a phone', () => {
  expect(scaleFor(100, wide).largestRadius).toBe(largestRadius);
  expect(scaleFor(100, 390).largestRadius).toBeLessThan(largestRadius);
});

test('the scale suits the largest count', () => {
  fc.assert(
    fc.property(counts, (largest) => {
      const { largestCount } = scaleFor(largest, wide);
      expect(largest).toBeLessThanOrEqual(largestCount * 1.25);
      if (largestCount > 20) expect(largest).toBeGreaterThan(largestCount / 1.6);
    }),
  );
});

test('the scale stays while it serves', () => {
  const current = { largestCount: 700, largestRadius };
  expect(scaleFor(300, wide, current).largestCount).toBe(700);
  expect(scaleFor(0, wide, current).largestCount).toBe(700);
  expect(scaleFor(900, wide, current).largestCount).toBe(1000);
  expect(scaleFor(100, wide, current).largestCount).toBe(100);
});

test('the legend shows three different sizes', () => {
  for (const largestCount of [20, 50, 300, 7000, 1_500_000]) {
    expect(new Set(scaleSamples({ largestCount, largestRadius })).size).toBe(3);
  }
});

test('a count is written only where it can be read', () => {
  expect(countSizeWithin(11, '18')).toBeGreaterThan(9);
  expect(countSizeWithin(11, '12,340')).toBeUndefined();
  expect(countSizeWithin(28, '372')).toBe(13.5);
});

test('a count and its corners stay clear of the ring', () => {
  fc.assert(
    fc.property(fc.double({ min: 4, max: 40, noNaN: true }), fc.constantFrom('18', '147', '1.2k'), (radius, text) => {
      const size = countSizeWithin(radius, text);
      if (size === undefined) return;
      // Of Noto Sans: at least half an em wide for each figure, and 0.71 of an em high.
      const corner = Math.hypot(size * 0.57 * text.replace('.', '').length, size * 0.71) / 2;
      expect(corner).toBeLessThan(radius * holeShare(radius, text) - 0.4);
    }),
  );
});

test('every circle that has room has its count, in a hole; the others have a smaller hole', () => {
  const format = compactCount('en-GB');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), counts, (count, other) => {
      const scale = scaleFor(Math.max(count, other), wide);
      const [radius, text] = [radiusOf(count, scale), format(count)];
      const size = countSizeWithin(radius, text);
      if (radius >= 11) expect(size).toBeGreaterThanOrEqual(8.5);
      if (radius < 8) expect(size).toBeUndefined();
      expect(holeShare(radius, text) > 0.5).toBe(size !== undefined);
    }),
  );
});
