import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CircleToPlace, placeCircles } from './place-circles.ts';
import { tileRules } from './tile.ts';

const anyPlace = fc.record({ x: fc.nat(tileRules.extent - 1), y: fc.nat(tileRules.extent - 1) });
const anyCircles = fc.array(
  fc.record({
    heart: anyPlace,
    places: fc.array(anyPlace, { minLength: 1, maxLength: 16 }),
    count: fc.integer({ min: 2, max: 5000 }),
  }),
  { maxLength: 30 },
);
const distance = (one: { x: number; y: number }, other: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);

test('a circle that is near to no other is drawn where its incident nearest to its heart is', () => {
  const places = [
    { x: 1900, y: 900 },
    { x: 2010, y: 900 },
  ];
  expect(placeCircles([{ heart: { x: 2000.4, y: 900 }, places, count: 7 }], [])).toEqual([{ x: 2010, y: 900 }]);
  expect(placeCircles([], [])).toEqual([]);
});

test('two that would overlap are drawn apart where their incidents allow it, the larger one nearer to its heart', () => {
  const large: CircleToPlace = { heart: { x: 2000, y: 2000 }, places: [{ x: 2000, y: 2000 }], count: 4000 };
  const small = {
    heart: { x: 2040, y: 2000 },
    places: [
      { x: 2050, y: 2000 },
      { x: 2400, y: 2000 },
    ],
    count: 3,
  };
  expect(placeCircles([large, small], [])).toEqual([
    { x: 2000, y: 2000 },
    { x: 2400, y: 2000 },
  ]);
});

test('a circle keeps clear of a dot and of the edge of the tile', () => {
  const places = [
    { x: 5, y: 2000 },
    { x: 300, y: 2000 },
    { x: 320, y: 2280 },
  ];
  expect(placeCircles([{ heart: { x: 10, y: 2000 }, places, count: 9 }], [])).toEqual([{ x: 300, y: 2000 }]);
  expect(placeCircles([{ heart: { x: 10, y: 2000 }, places, count: 9 }], [{ x: 310, y: 1990 }])).toEqual([{ x: 320, y: 2280 }]);
});

test('any circles are drawn at places of theirs', () => {
  fc.assert(
    fc.property(anyCircles, fc.array(anyPlace, { maxLength: 9 }), (circles, dots) => {
      for (const [at, place] of placeCircles(circles, dots).entries()) expect(circles[at]!.places).toContainEqual(place);
    }),
  );
});

test('circles with one place each stay there, however they overlap', () => {
  const circles = [0, 60, 120, 180].map((y) => ({ heart: { x: 0, y }, places: [{ x: 0, y }], count: 5000 }));
  expect(placeCircles(circles, [])).toEqual(circles.map(({ heart }) => heart));
  expect(distance(circles[0]!.heart, circles[1]!.heart)).toBeLessThan(tileRules.finestPart);
});

test('places do not depend on the order of the circles', () => {
  fc.assert(
    fc.property(anyCircles, (circles) => {
      const different = [...new Map(circles.map((circle) => [`${circle.heart.x},${circle.heart.y}`, circle])).values()];
      expect(placeCircles(different.toReversed(), [])).toEqual(placeCircles(different, []).toReversed());
    }),
  );
});
