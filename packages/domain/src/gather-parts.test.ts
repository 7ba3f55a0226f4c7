import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherParts } from './gather-parts.ts';
import { rankedPlace, TileCircle } from './tile-circle.ts';
import { tileRules } from './tile.ts';

const { extent, finestPart } = tileRules;
const side = extent / finestPart;

/** A part with so many incidents at its middle, in millionths of a degree as many as tile units. */
function part(column: number, row: number, incidents: number, country = 'RS'): TileCircle {
  const middle = { x: (column + 0.5) * finestPart, y: (row + 0.5) * finestPart };
  const circle = new TileCircle(country, middle);
  circle.add(incidents, 0, 0, 0, 0);
  circle.pass(rankedPlace(middle.x, middle.y));
  circle.reach(middle.x, -middle.y, middle.x, -middle.y);
  return circle;
}

const anyParts = fc.uniqueArray(
  fc.tuple(fc.nat(side - 1), fc.nat(side - 1), fc.integer({ min: 1, max: 300 }), fc.constantFrom('RS', 'BA')),
  { maxLength: 60, selector: ([column, row, , country]) => `${column} ${row} ${country}` },
);
const made = (list: readonly [number, number, number, string][]) => list.map((one) => part(...one));
const said = (circles: readonly TileCircle[]) =>
  circles
    .map(({ country, incidents, west, south, east, north }) => [country, incidents, west, south, east, north].join())
    .toSorted();

test('a town on the line of the grid is one circle, two towns apart are two', () => {
  expect(gatherParts([part(3, 1, 400), part(4, 1, 30)]).map(({ incidents }) => incidents)).toEqual([430]);
  expect(gatherParts([part(1, 1, 400), part(6, 1, 30)]).map(({ incidents }) => incidents)).toEqual([400, 30]);
});

test('locations stay apart', () => {
  expect(gatherParts([part(3, 1, 400), part(3, 1, 30, 'BA')])).toHaveLength(2);
});

test('where a tile has few incidents, fewer are gathered', () => {
  const near = (incidents: number) => gatherParts([part(2, 1, incidents), part(5, 1, incidents)]);
  expect(near(20)).toHaveLength(2);
  expect(near(200)).toHaveLength(1);
});

test('circles of any parts add up, in whatever order the parts come, and their bounds hold nothing of each other', () => {
  fc.assert(
    fc.property(anyParts, (list) => {
      const circles = gatherParts(made(list));
      for (const country of ['RS', 'BA']) {
        const sum = list.filter((one) => one[3] === country).reduce((total, [, , incidents]) => total + incidents, 0);
        const own = circles.filter((circle) => circle.country === country);
        expect(own.reduce((total, { incidents }) => total + incidents, 0)).toBe(sum);
        for (const [at, one] of own.entries())
          for (const other of own.slice(at + 1))
            expect(one.west <= other.east && other.west <= one.east && one.south <= other.north && other.south <= one.north).toBe(
              false,
            );
      }
      expect(said(gatherParts(made(list.toReversed())))).toEqual(said(circles));
    }),
  );
});
