import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dimensionNames, type Filter, type SummaryRequest } from '@monitor/domain';
import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import { changeCube } from './change-cube.ts';
import type { Cube } from './cube.ts';
import { cubeOfDrafts } from '../testing/cube-of-drafts.ts';
import { populationOf } from './select-population.ts';
import { summarise } from './summarise.ts';
import { times } from '../../../testing/depth.ts';

/** The summary of a filter, with every population calculated from scratch. */
function answerOf(cube: Cube, filter: Filter, request: SummaryRequest) {
  return summarise(cube, filter, request, (wanted) => populationOf(cube, wanted));
}

const someIncidents = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), anyDraft('draft')), { maxLength: most }).map((list) => new Map(list));

test('a changed cube answers like a new one, and has its rows in the same order', () => {
  fc.assert(
    fc.property(
      someIncidents(60),
      someIncidents(20),
      fc.array(fc.integer({ min: 1, max: 60 })),
      anyFilter({ text: false }),
      (before, current, retracted, filter) => {
        const outdated = [...current.keys(), ...retracted];
        const after = new Map([...[...before].filter(([key]) => !outdated.includes(key)), ...current]);
        const changed = changeCube(cubeOfDrafts(before, 1), { outdated, current: cubeOfDrafts(current, 2) });
        const anew = cubeOfDrafts(after, 2);
        expect(changed.columns.key).toEqual(anew.columns.key);
        const request = { interval: 'month', facets: dimensionNames, hours: true } as const;
        expect(answerOf(changed, filter, request)).toEqual(answerOf(anew, filter, request));
      },
    ),
    { numRuns: times(40, 300) },
  );
});
