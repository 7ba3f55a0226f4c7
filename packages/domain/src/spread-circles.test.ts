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

/** Tile units by which whole units may differ from what was calculated. */
const rounding = Math.SQRT1_2;
const halfLargestRadius = (cell * 0.37) / 2;
/** Half a cell away along the edge, and half the largest radius inwards. */
const farthest = Math.hypot(cell / 2, halfLargestRadius) + rounding;

test('circles at the edge of the tile are moved along it and inwards', () => {
  const circles = [0, 60, 120, 180].map((y) => ({ x: 0, y, count: 5000 }));
  const moved = spreadCircles(circles).map((place, at) => distance(place, circles[at]!));
  expect(Math.max(...moved)).toBeGreaterThan(cell / 2 + 16);
  expect(Math.max(...moved)).toBeLessThanOrEqual(farthest);
});

test('any circles stay on the tile and near to where they belong', () => {
  fc.assert(
    fc.property(anyCircles, (circles) => {
      for (const [at, place] of spreadCircles(circles).entries()) {
        expect(Math.min(place.x, place.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(place.x, place.y)).toBeLessThan(tileRules.extent);
        const home = circles[at]!;
        const toEdge = Math.min(home.x, home.y, tileRules.extent - 1 - home.x, tileRules.extent - 1 - home.y);
        expect(distance(place, home)).toBeLessThanOrEqual(toEdge < halfLargestRadius ? farthest : cell / 2 + rounding);
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
