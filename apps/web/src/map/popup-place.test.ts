import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePopup } from './popup-place.ts';

const map = { width: 749, height: 565 };
const popup = { width: 284, height: 250 };

test('above where there is room, else below, else beside', () => {
  expect(placePopup({ x: 400, y: 400 }, 10, map, popup, 42)).toEqual({ anchor: 'bottom', offset: [0, -15] });
  expect(placePopup({ x: 400, y: 100 }, 10, map, popup, 42)).toEqual({ anchor: 'top', offset: [0, 15] });
  expect(placePopup({ x: 600, y: 260 }, 10, map, popup, 42).anchor).toBe('right');
  expect(placePopup({ x: 100, y: 260 }, 10, map, popup, 42).anchor).toBe('left');
});

test('above or below, it never leaves the map to the side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 390 }), fc.integer({ min: 300, max: 600 }), (x, y) => {
      const place = placePopup({ x, y }, 10, { width: 390, height: 632 }, popup, 76);
      expect(place.anchor).toBe('bottom');
      const left = x + place.offset[0] - popup.width / 2;
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + popup.width).toBeLessThanOrEqual(390 - 8);
    }),
  );
});

test('on a small map it stays within it at any place of the figure', () => {
  const small = { width: 390, height: 420 };
  const corner = { top: [0.5, 0], bottom: [0.5, 1], left: [0, 0.5], right: [1, 0.5] } as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 390 }), fc.integer({ min: 0, max: 344 }), (x, y) => {
      const { anchor, offset } = placePopup({ x, y }, 20, small, popup, 76);
      const left = x + offset[0] - corner[anchor][0] * popup.width;
      const top = y + offset[1] - corner[anchor][1] * popup.height;
      expect([left >= 8, left + popup.width <= 390 - 8, top >= 8, top + popup.height <= 420 - 76 - 8]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }),
  );
});
