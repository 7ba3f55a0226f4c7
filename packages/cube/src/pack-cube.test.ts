import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dimensionNames, measureNames, type SummaryRequest } from '@monitor/domain';
import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import { changeCube } from './change-cube.ts';
import { type Cube } from './cube.ts';
import { lastDay, rowsOfDays } from './cube-rows.ts';
import { cubeOfDrafts } from '../testing/cube-of-drafts.ts';
import { addIdentifiers, packRows, unpackCube } from './pack-cube.ts';
import { populationOf } from './select-population.ts';
import { summarise } from './summarise.ts';
import { tileOf } from './tile.ts';
import { times } from '../../../testing/depth.ts';

const someIncidents = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), anyDraft('draft')), { maxLength: most }).map((list) => new Map(list));

/** Portions of so many days. */
function portionsOf(cube: Cube, days: number) {
  const count = Math.ceil((lastDay(cube) - cube.firstDay + 1) / days);
  return Array.from({ length: count }, (_, at) => {
    const first = cube.firstDay + at * days;
    return packRows(cube, rowsOfDays(cube, first, first + days - 1));
  });
}

test('a cube that was packed in portions answers as before', () => {
  fc.assert(
    fc.property(someIncidents(80), fc.integer({ min: 300, max: 40_000 }), anyFilter({ text: false }), (drafts, days, filter) => {
      const cube = cubeOfDrafts(drafts, 5);
      const parts = portionsOf(cube, days);
      const again = unpackCube(
        5,
        parts.map(({ numbers }) => numbers),
      );
      addIdentifiers(
        again,
        parts.map(({ identifiers }) => identifiers),
      );
      const { key: _, ...columns } = cube.columns;
      expect(again).toMatchObject({ rows: cube.rows, firstDay: cube.firstDay, dayStart: cube.dayStart, version: 5 });
      for (const [name, column] of Object.entries(columns))
        expect([...again.columns[name as keyof typeof columns]], name).toEqual([...column]);
      const request: SummaryRequest = { interval: 'month', facets: dimensionNames, measures: measureNames, hours: true };
      const summaryOf = (of: Cube) => summarise(of, filter, request, (wanted) => populationOf(of, wanted));
      expect(summaryOf(again)).toEqual(summaryOf(cube));
      const tileOfAll = (of: Cube) =>
        tileOf(of, { population: populationOf(of, filter), filter, measure: 'victims', marks: 'circles' }, { z: 0, x: 0, y: 0 });
      expect(tileOfAll(again)).toEqual(tileOfAll(cube));
    }),
    { numRuns: times(30, 300) },
  );
});

test('the same rows have the same bytes, whatever happened to the cube before', () => {
  fc.assert(
    fc.property(someIncidents(40), someIncidents(10), (before, current) => {
      const changed = changeCube(cubeOfDrafts(before, 1), { outdated: current.keys(), current: cubeOfDrafts(current, 2) });
      const anew = cubeOfDrafts(new Map([...before, ...current]), 2);
      const bytes = (cube: Cube) => packRows(cube, { start: 0, end: cube.rows });
      expect(bytes(changed)).toEqual(bytes(anew));
    }),
    { numRuns: times(30, 300) },
  );
});
