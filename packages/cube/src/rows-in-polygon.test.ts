import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentDraft, Ring } from '@monitor/domain';
import { anyDraft } from '../../domain/testing/arbitraries.ts';
import { refereeMeets } from '../../domain/testing/referee.ts';
import { cubeOfDrafts, draftsByKey, idOfKey } from '../testing/cube-of-drafts.ts';
import { hasRow } from './row-bitmap.ts';
import { rowsInPolygon } from './rows-in-polygon.ts';
import { times } from '../../../testing/depth.ts';

const [template] = fc.sample(anyDraft('draft'), { numRuns: 1, seed: 1 });
const nowhere = { ...template!, id: idOfKey(1), dataset: 'demo', searched: '' };

const degrees = (least: number, most: number, parts = 1e6) =>
  fc.integer({ min: least * parts, max: most * parts }).map((value) => value / parts);
/** Many in a few towns, some wherever on earth, among them the poles and both sides of the antimeridian. */
const anyPoint = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(degrees(20.4, 20.5), degrees(44.8, 44.9)) },
  { weight: 4, arbitrary: fc.tuple(degrees(18, 23), degrees(40, 46)) },
  { weight: 2, arbitrary: fc.tuple(degrees(-180, 180), degrees(-90, 90)) },
  { weight: 1, arbitrary: fc.constantFrom([180, 0], [-180, 0], [180, 90], [0, -90], [20, 89.5], [0, 0]) },
);
const anyPoints = fc.array(anyPoint, { minLength: 1, maxLength: 400 });

/** Corners near the points, on them, or in line with them: sides cross each other, are level, upright, or without length. */
const anyRing = (points: readonly (readonly number[])[]) =>
  fc.array(
    fc.oneof(
      fc.tuple(degrees(20.3, 20.6, 1000), degrees(44.7, 45, 1000)),
      fc.tuple(degrees(17, 24, 10), degrees(39, 47, 10)),
      fc.tuple(fc.constantFrom(-180, 180, 0, 20.45), fc.constantFrom(-90, 90, 0, 44.85)),
      fc.constantFrom(...points).map(([lon = 0, lat = 0]) => [lon, lat] as [number, number]),
    ),
    { minLength: 3, maxLength: 200 },
  );

function cubeOf(points: readonly (readonly number[])[]) {
  const drafts = points.map(([lon, lat]) => ({ ...template!, lon: lon!, lat: lat! }) satisfies IncidentDraft);
  return cubeOfDrafts(draftsByKey(drafts));
}

test('the rows in a polygon are those that lie in it one by one, also on its sides and where these cross', () => {
  fc.assert(
    fc.property(
      anyPoints.chain((points) => fc.tuple(fc.constant(points), anyRing(points), fc.nat(400), fc.nat(400))),
      ([points, ring, one, other]) => {
        const cube = cubeOf(points);
        const range = { start: Math.min(one, other, points.length), end: Math.min(Math.max(one, other), points.length) };
        const found = rowsInPolygon(cube, ring, range);
        for (let row = 0; row < cube.rows; row++) {
          const point = { lon: cube.columns.lon[row]! / 1e6, lat: cube.columns.lat[row]! / 1e6 };
          const expected = row >= range.start && row < range.end && refereeMeets({ ...nowhere, ...point }, { within: ring });
          expect(hasRow(found, row), JSON.stringify(point)).toBe(expected);
        }
      },
    ),
    { numRuns: times(50, 300) },
  );
});

test('incidents without a point lie in no polygon', () => {
  const cube = cubeOfDrafts(draftsByKey([{ ...template!, lon: null, lat: null }]));
  const everywhere: Ring = [
    [-180, -90],
    [180, -90],
    [180, 90],
    [-180, 90],
  ];
  expect([...rowsInPolygon(cube, everywhere, { start: 0, end: 1 }).words]).toEqual([0]);
});
