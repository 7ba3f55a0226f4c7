import { expect, test } from 'vitest';
import { drawTile, gatherParts } from './draw-tile.ts';
import { rankedPlace, TileCircle } from './tile-circle.ts';
import { incidentTypes } from './vocabularies.ts';
import fc from 'fast-check';
import { tileRules } from './tile.ts';

/** A circle of Serbia with one incident of the northern edge of a tile. */
function circleOfOne(country = 'RS'): TileCircle {
  const circle = new TileCircle(country, { x: 64, y: 4032 });
  circle.add(1, 0, 2, incidentTypes.indexOf('suicide'), 5);
  circle.addMissing(1, 0, 0);
  circle.reach(20.1e6, 44.1e6, 20.1e6, 44.1e6);
  circle.pass(rankedPlace(10, 4000));
  return Object.assign(circle, { x: 10, y: 4000, incident: 7 });
}

/** So many more at the same place. */
function withOthers(circle: TileCircle, incidents: number, more: Partial<TileCircle> = {}): TileCircle {
  circle.add(incidents, 1, 2, incidentTypes.indexOf('public_dispute'), 7);
  circle.addMissing(1, 2, 3);
  return Object.assign(circle, { x: circle.x * (incidents + 1), y: circle.y * (incidents + 1), ...more });
}

const ofIncidents = { measure: 'incidents', marks: 'circles' } as const;

const find = (incident: number) => ({ id: `AV-${incident}`, occurred_on: '2024-01-01' });

test('an incident alone in its cell is drawn where it is', () => {
  expect(drawTile([circleOfOne()], false, ofIncidents, find)).toEqual({
    cells: [],
    incidents: [
      {
        x: 10,
        y: 4000,
        properties: {
          id: 'AV-7',
          type: 'suicide',
          killed: 0,
          injured: 2,
          killedNotReported: 1,
          injuredNotReported: 0,
          occurred_on: '2024-01-01',
        },
      },
    ],
  });
});

test('several of one location are drawn as one, where the incident is that is nearest to the middle of their part', () => {
  const circle = withOthers(circleOfOne(), 3, { x: 1410, y: 16_000 });
  circle.pass(rankedPlace(400, 3600));
  circle.reach(20.1e6, 43.9e6, 20.3e6, 44.1e6);
  const { cells, incidents } = drawTile([circle], false, ofIncidents, find);
  expect(incidents).toEqual([]);
  expect(cells).toEqual([
    {
      x: 400,
      y: 3600,
      properties: {
        country: 'RS',
        count: 4,
        killed: 1,
        injured: 4,
        killedNotReported: 2,
        injuredNotReported: 2,
        types: 'public_dispute:3,suicide:1',
        bounds: '20.1,43.9,20.3,44.1',
      },
    },
  ]);
});

test('what lies in one square but in two locations is drawn apart', () => {
  const other = withOthers(circleOfOne('BA'), 4);
  other.pass(rankedPlace(300, 3700));
  const { cells } = drawTile([withOthers(circleOfOne(), 8), other], false, ofIncidents, find);
  expect(cells.map(({ properties }) => [properties.country, properties.count])).toEqual([
    ['BA', 5],
    ['RS', 9],
  ]);
  expect(cells.map(({ x, y }) => [x, y])).toEqual([
    [300, 3700],
    [10, 4000],
  ]);
});

test('of the places in one square the one nearest to its middle is kept, in whatever order they come', () => {
  const places = [
    [32, 31],
    [10, 20],
    [32, 32],
    [70, 5],
  ] as const;
  for (const order of [places, places.toReversed()]) {
    const circle = new TileCircle('RS', { x: 64, y: 64 });
    for (const [x, y] of order) circle.pass(rankedPlace(x, y));
    expect(circle.places).toHaveLength(2);
    expect(circle.places).toEqual(
      expect.arrayContaining([
        { x: 32, y: 31 },
        { x: 70, y: 5 },
      ]),
    );
  }
});

test('several at one position are drawn there', () => {
  const { cells } = drawTile([withOthers(circleOfOne(), 1)], true, ofIncidents, find);
  expect(cells.map(({ x, y }) => [x, y])).toEqual([[10, 4000]]);
});

test('what a measure counts is on circles and single incidents, unless it counts incidents', () => {
  const drawn = drawTile([withOthers(circleOfOne(), 3), circleOfOne('BA')], false, { ...ofIncidents, measure: 'weapons' }, find);
  expect(drawn.cells.map(({ properties }) => properties.amount)).toEqual([12]);
  expect(drawn.cells[0]?.properties.amounts?.split(',').map((pair) => Number(pair.split(':')[1]))).toEqual([7, 5]);
  expect(drawn.incidents.map(({ properties }) => properties.amount)).toEqual([5]);
  expect(drawTile([circleOfOne()], false, ofIncidents, find).incidents[0]?.properties).not.toHaveProperty('amount');
  expect(drawTile([withOthers(circleOfOne(), 1)], false, ofIncidents, find).cells[0]?.properties).not.toHaveProperty('amounts');
});

test('as points, what is near stays where it lies, and single incidents are incidents', () => {
  const drawn = drawTile([withOthers(circleOfOne(), 1), circleOfOne('BA')], true, { ...ofIncidents, marks: 'points' }, find);
  expect(drawn.cells.map(({ x, y }) => [x, y])).toEqual([[10, 4000]]);
  expect(drawn.incidents.map(({ properties }) => properties.id)).toEqual(['AV-7']);
});

test('for a picture of density, single incidents are cells, too', () => {
  const drawn = drawTile([withOthers(circleOfOne(), 1), circleOfOne('BA')], true, { ...ofIncidents, marks: 'density' }, find);
  expect(drawn.cells.map(({ properties }) => properties.count)).toEqual([1, 2]);
  expect(drawn.incidents).toEqual([]);
});

test('the features of a tile are in one order, however its parts are kept', () => {
  const parts = () => [
    circleOfOne('RS'),
    circleOfOne('BA'),
    Object.assign(new TileCircle('RS', { x: 192, y: 64 }), { x: 190, y: 60, incidents: 1, incident: 8 }),
    Object.assign(new TileCircle('RS', { x: 64, y: 64 }), { x: 60, y: 60, incidents: 1, incident: 9 }),
  ];
  for (const byPosition of [true, false]) {
    const drawn = drawTile(parts(), byPosition, ofIncidents, find);
    expect(drawTile(parts().toReversed(), byPosition, ofIncidents, find)).toEqual(drawn);
  }
  const { incidents } = drawTile(parts(), true, ofIncidents, find);
  expect(incidents.map(({ x, y }) => [x, y])).toEqual([
    [60, 60],
    [190, 60],
    [10, 4000],
    [10, 4000],
  ]);
});

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
  expect(gatherParts([part(1, 1, 400), part(3, 1, 30)]).map(({ incidents }) => incidents)).toEqual([400, 30]);
});

test('locations stay apart', () => {
  expect(gatherParts([part(3, 1, 400), part(3, 1, 30, 'BA')])).toHaveLength(2);
});

test('a circle is drawn in its part of most incidents, not between that and others', () => {
  const { cells } = drawTile([part(3, 1, 20), part(4, 1, 400), part(5, 1, 30)], false, ofIncidents, find);
  expect(cells.map(({ x, properties }) => [x, properties.count])).toEqual([[4.5 * finestPart, 450]]);
});

test('more is gathered where there would be too many circles', () => {
  const codes = ['AL', 'BA', 'MD', 'ME', 'MK', 'RS', 'XK'];
  const parts = Array.from({ length: side ** 2 }, (_, at) => codes.map((code) => part(at % side, Math.floor(at / side), 9, code)));
  const circles = gatherParts(parts.flat());
  expect(circles.length).toBeLessThanOrEqual(tileRules.mostPositions);
  expect(circles.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(9 * 7 * side ** 2);
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
