import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CircleToPlace, placeCircles } from './place-circles.ts';
import { tileRules } from './tile.ts';

const cell = tileRules.extent / tileRules.cells;
const anyPlace = fc.record({ x: fc.nat(tileRules.extent - 1), y: fc.nat(tileRules.extent - 1) });
const anyCircles = fc.array(
  fc.record({
    mean: anyPlace,
    places: fc.array(anyPlace, { minLength: 1, maxLength: 16 }),
    count: fc.integer({ min: 2, max: 5000 }),
  }),
  { maxLength: 30 },
);
const distance = (one: { x: number; y: number }, other: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);

test('a circle that is near to no other is drawn where its incident nearest to the mean is', () => {
  const places = [
    { x: 1900, y: 900 },
    { x: 2010, y: 900 },
  ];
  expect(placeCircles([{ mean: { x: 2000.4, y: 900 }, places, count: 7 }], [])).toEqual([{ x: 2010, y: 900 }]);
  expect(placeCircles([], [])).toEqual([]);
});

test('two that would overlap are drawn apart where their incidents allow it, the larger one nearer to its mean', () => {
  const large: CircleToPlace = { mean: { x: 2000, y: 2000 }, places: [{ x: 2000, y: 2000 }], count: 4000 };
  const small = {
    mean: { x: 2040, y: 2000 },
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
  expect(placeCircles([{ mean: { x: 10, y: 2000 }, places, count: 9 }], [])).toEqual([{ x: 300, y: 2000 }]);
  expect(placeCircles([{ mean: { x: 10, y: 2000 }, places, count: 9 }], [{ x: 310, y: 1990 }])).toEqual([{ x: 320, y: 2280 }]);
});

test('any circles are drawn at places of theirs', () => {
  fc.assert(
    fc.property(anyCircles, fc.array(anyPlace, { maxLength: 9 }), (circles, dots) => {
      for (const [at, place] of placeCircles(circles, dots).entries()) expect(circles[at]!.places).toContainEqual(place);
    }),
  );
});

test('circles with one place each stay there, however they overlap', () => {
  const circles = [0, 60, 120, 180].map((y) => ({ mean: { x: 0, y }, places: [{ x: 0, y }], count: 5000 }));
  expect(placeCircles(circles, [])).toEqual(circles.map(({ mean }) => mean));
  expect(distance(circles[0]!.mean, circles[1]!.mean)).toBeLessThan(cell);
});

test('places do not depend on the order of the circles', () => {
  fc.assert(
    fc.property(anyCircles, (circles) => {
      const different = [...new Map(circles.map((circle) => [`${circle.mean.x},${circle.mean.y}`, circle])).values()];
      expect(placeCircles(different.toReversed(), [])).toEqual(placeCircles(different, []).toReversed());
    }),
  );
});
