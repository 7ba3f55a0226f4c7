import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadCircles, type PlacedCircle } from './spread-circles.ts';
import { tileRules } from './tile.ts';

const cell = tileRules.extent / tileRules.cells;
const anyCircles = fc.array(
  fc.record({ x: fc.nat(tileRules.extent - 1), y: fc.nat(tileRules.extent - 1), count: fc.integer({ min: 2, max: 5000 }) }),
  { maxLength: 60 },
);
const distance = (one: { x: number; y: number }, other: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y);

test('a circle that touches no other stays where it belongs', () => {
  expect(spreadCircles([{ x: 2000.4, y: 900, count: 7 }])).toEqual([{ x: 2000, y: 900 }]);
  expect(spreadCircles([])).toEqual([]);
});

test('two at one place part, and the small one moves more', () => {
  const large: PlacedCircle = { x: 2000, y: 2000, count: 4000 };
  const [one, other] = spreadCircles([large, { x: 2010, y: 2000, count: 3 }]) as [PlacedCircle, PlacedCircle];
  expect(distance(one, other)).toBeGreaterThan(cell * 0.45);
  expect(distance(one, large)).toBeLessThan(cell / 8);
});

test('any circles stay on the tile and near to where they belong', () => {
  fc.assert(
    fc.property(anyCircles, (circles) => {
      for (const [at, place] of spreadCircles(circles).entries()) {
        expect(Math.min(place.x, place.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(place.x, place.y)).toBeLessThan(tileRules.extent);
        expect(distance(place, circles[at]!)).toBeLessThan(cell);
      }
    }),
  );
});

test('places do not depend on the order of the circles', () => {
  fc.assert(
    fc.property(anyCircles, (circles) => {
      const different = [...new Map(circles.map((circle) => [`${circle.x},${circle.y}`, circle])).values()];
      expect(spreadCircles(different.toReversed())).toEqual(spreadCircles(different).toReversed());
    }),
  );
});
