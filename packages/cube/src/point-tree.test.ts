import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentDraft } from '@monitor/domain';
import { anyDraft } from '../../domain/testing/arbitraries.ts';
import { cubeOfDrafts, draftsByKey } from '../testing/cube-of-drafts.ts';
import { noDegrees } from './cube-rows.ts';
import { levelsOf, partsOfNode, pointsOfLeaf } from './point-tree.ts';

const [template] = fc.sample(anyDraft('draft'), { numRuns: 1, seed: 1 });

/** Some without a point, some on one and the same. */
const anyPoints = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.integer({ min: -180e6, max: 180e6 }), fc.integer({ min: -90e6, max: 90e6 })) },
    fc.constantFrom([20_000_000, 44_000_000], [180_000_000, 90_000_000], [-180_000_000, -90_000_000]),
    fc.constant(null),
  ),
  { maxLength: 400 },
);

test('every row with a point is in the index once, and every leaf and node knows the bounds of its points', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const drafts = points.map(
        (point) => ({ ...template!, lon: point && point[0] / 1e6, lat: point && point[1] / 1e6 }) satisfies IncidentDraft,
      );
      const { spatialIndex, columns, rows } = cubeOfDrafts(draftsByKey(drafts));
      const { tree } = spatialIndex;
      const all = Array.from({ length: rows }, (_, row) => row).filter((row) => columns.lon[row] !== noDegrees);
      expect([...spatialIndex.rows].toSorted((one, other) => one - other)).toEqual(all);
      const levels = levelsOf(all.length);
      expect(levels.at(-1)?.length ?? 1).toBe(1);
      for (const [level, { first, length }] of levels.entries())
        for (let at = 0; at < length; at++) {
          const size = pointsOfLeaf * partsOfNode ** level;
          const own = [...spatialIndex.rows.subarray(at * size, (at + 1) * size)];
          const lon = own.map((row) => columns.lon[row]!);
          const lat = own.map((row) => columns.lat[row]!);
          const bounds = [tree.west, tree.east, tree.south, tree.north].map((values) => values[first + at]);
          expect(bounds).toEqual([Math.min(...lon), Math.max(...lon), Math.min(...lat), Math.max(...lat)]);
        }
    }),
  );
});

test('neighbours lie together: the leaves of points that are spread evenly are small on average', () => {
  const side = 64;
  const drafts = Array.from({ length: side ** 2 }, (_, at) => ({
    ...template!,
    lon: 20.05 + ((at * 2531) % side) / 1000,
    lat: 44.05 + Math.floor(((at * 2531) % side ** 2) / side) / 1000,
  }));
  const { tree, rows } = cubeOfDrafts(draftsByKey(drafts satisfies IncidentDraft[])).spatialIndex;
  const leaves = levelsOf(rows.length)[0]!.length;
  let sides = 0;
  for (let leaf = 0; leaf < leaves; leaf++) sides += tree.east[leaf]! - tree.west[leaf]! + (tree.north[leaf]! - tree.south[leaf]!);
  // Four by four of them have 6,000 together, and those of any sixteen about 110,000.
  expect(sides / leaves).toBeLessThan(15_000);
});
