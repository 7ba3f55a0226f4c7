import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow, heightOf, placeOf, tallest } from './scroll-space.ts';

const million = { rows: 29_000_000, view: 580 };
const few = { rows: 29_000, view: 580 };

test('rows that fit are scrolled as in any other element', () => {
  expect(heightOf(few)).toBe(29_000);
  expect(placeOf(few, 12_345)).toEqual({ top: 12_345, offset: 12_345 });
  expect(follow(few, { top: 0, offset: 0 }, 20_000)).toEqual({ top: 20_000, offset: 20_000 });
});

test('the ends of the scroll bar are the ends of a million rows', () => {
  expect(heightOf(million)).toBe(tallest);
  const end = tallest - million.view;
  expect(follow(million, { top: 0, offset: 0 }, end)).toEqual({ top: end, offset: million.rows - million.view });
  expect(follow(million, { top: end, offset: million.rows - million.view }, 0)).toEqual({ top: 0, offset: 0 });
});

test('a step of the wheel moves the rows by as many pixels, wherever they are', () => {
  const place = placeOf(million, 14_000_000);
  expect(follow(million, place, place.top + 100).offset).toBeCloseTo(14_000_100, 5);
  expect(follow(million, place, place.top - 100).offset).toBeCloseTo(13_999_900, 5);
});

test('every pixel of the rows has a place from which the bar leads back to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: million.rows - million.view }), (offset) => {
      const { top } = placeOf(million, offset);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(tallest - million.view);
      const from = top > tallest / 2 ? 0 : tallest - million.view;
      expect(follow(million, { top: from, offset: 0 }, top).offset).toBeCloseTo(offset, 3);
    }),
  );
});

test('nothing leads beyond the ends', () => {
  expect(placeOf(million, -5)).toEqual({ top: 0, offset: 0 });
  expect(placeOf(million, 1e9)).toEqual({ top: tallest - million.view, offset: million.rows - million.view });
  expect(placeOf({ rows: 290, view: 580 }, 100)).toEqual({ top: 0, offset: 0 });
  expect(follow(million, { top: 40, offset: 40 }, 0)).toEqual({ top: 0, offset: 0 });
});
