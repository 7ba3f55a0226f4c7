import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { expect, test } from 'vitest';
import { finestLevel, hexagonLevels, type IncidentDraft } from '@monitor/domain';
import { anyDraft } from '../../domain/testing/arbitraries.ts';
import { cubeOfDrafts, draftsByKey } from '../testing/cube-of-drafts.ts';
import type { Cube } from './cube.ts';
import { finestHexagons, type HexagonIndex, hexagonIndexOf, hexagonsOf } from './hexagons.ts';
import { populationOf } from './select-population.ts';

function indexOf(cube: Cube, level: number, earlier?: HexagonIndex): HexagonIndex {
  const work = hexagonIndexOf(cube, level, earlier);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const countIn = (cube: Cube, index: HexagonIndex) =>
  hexagonsOf(cube, index, { population: populationOf(cube, {}), filter: {}, measure: 'killed' });

/** The same, point by point. */
function counted(drafts: readonly IncidentDraft[], level: number) {
  const cells = new Map<string, { incidents: number; killed: number }>();
  for (const { lon, lat, killed } of drafts) {
    if (lon === null || lat === null) continue;
    const cell = latLngToCell(lat, lon, level);
    const { incidents, killed: dead } = cells.get(cell) ?? { incidents: 0, killed: 0 };
    cells.set(cell, { incidents: incidents + 1, killed: dead + (killed ?? 0) });
  }
  return cells;
}

const drafts = fc.array(anyDraft('draft'), { minLength: 1, maxLength: 60 });
const levels = fc.integer({ min: hexagonLevels.coarsest, max: hexagonLevels.finest });

test('hexagons of any level hold each point once, in the cell in which it lies', () => {
  fc.assert(
    fc.property(drafts, levels, (incidents, level) => {
      const cube = cubeOfDrafts(draftsByKey(incidents));
      const hexagons = countIn(cube, indexOf(cube, level));
      expect(new Map(hexagons.map(({ cell, incidents: count, killed }) => [cell, { incidents: count, killed }]))).toEqual(
        counted(incidents, level),
      );
      for (const { killed, amount, notReported } of hexagons) {
        expect(amount).toBe(killed);
        expect(notReported.amount).toBe(notReported.killed);
      }
      const missing = incidents.filter((one) => one.lon !== null && one.injured === null).length;
      expect(hexagons.reduce((sum, { notReported }) => sum + notReported.injured, 0)).toBe(missing);
    }),
  );
});

test('points of settlements are not counted in finer hexagons than they are known', () => {
  fc.assert(
    fc.property(drafts, (incidents) => {
      const cube = cubeOfDrafts(draftsByKey(incidents));
      const isOfSettlement = incidents.some((one) => one.place_precision === 'settlement');
      const finest = isOfSettlement ? hexagonLevels.finestOfSettlements : hexagonLevels.finest;
      expect(finestHexagons(cube, populationOf(cube, {}))).toBe(finest);
      expect(finestLevel(incidents.map((one) => one.place_precision))).toBe(finest);
    }),
  );
});

test('the index of a changed cube is the same as one that is made anew', () => {
  fc.assert(
    fc.property(drafts, drafts, levels, (before, after, level) => {
      const [first, second] = [cubeOfDrafts(draftsByKey(before)), cubeOfDrafts(draftsByKey(after), 2)];
      const byCell = (hexagons: ReturnType<typeof countIn>) => new Map(hexagons.map((one) => [one.cell, one]));
      expect(byCell(countIn(second, indexOf(second, level, indexOf(first, level))))).toEqual(
        byCell(countIn(second, indexOf(second, level))),
      );
    }),
  );
});
