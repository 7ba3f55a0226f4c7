import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidthAt, takesFinerTiles } from './tile-zoom.ts';

test('finer tiles are taken shortly before the next zoom', () => {
  expect([5, 5.5, 5.6, 5.7, 5.99, 6].map(takesFinerTiles)).toEqual([false, false, false, true, true, false]);
});

test('cells are as wide as at a whole zoom, give or take', () => {
  expect(cellWidthAt(5)).toBe(64);
  fc.assert(
    fc.property(fc.double({ min: 1.5, max: 17, noNaN: true }), (zoom) => {
      expect(cellWidthAt(zoom)).toBeGreaterThan(50);
      expect(cellWidthAt(zoom)).toBeLessThan(101);
    }),
  );
});
