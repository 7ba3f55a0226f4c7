import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayNumber,
  dimensionNames,
  type Filter,
  type IncidentDraft,
  knownMinute,
  traitsOf,
  type SummaryQuestion,
} from '@monitor/domain';
import { anyDraft, anyFilter } from '@monitor/domain/arbitraries';
import { CubeBuilder } from './build-cube.ts';
import { changeCube } from './change-cube.ts';
import type { Cube } from './cube.ts';
import { unpackIdentifier } from './identifier.ts';
import { populationOf } from './select-population.ts';
import { summarise } from './summarise.ts';

/** The summary of a filter, every population made anew. */
function answerOf(cube: Cube, filter: Filter, question: SummaryQuestion) {
  return summarise(cube, filter, question, (wanted) => populationOf(cube, wanted));
}

function cubeOf(incidents: ReadonlyMap<number, IncidentDraft>, version: number): Cube {
  const builder = new CubeBuilder();
  for (const [key, draft] of incidents)
    builder.add({
      ...draft,
      ...traitsOf(draft),
      dataset: 'demo',
      key,
      id: unpackIdentifier(0, key),
      day: dayNumber(draft.occurred_on),
      minute: knownMinute(draft),
    });
  return builder.finish(version);
}

const someIncidents = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), anyDraft('draft')), { maxLength: most }).map((list) => new Map(list));

test('a changed cube answers as one made anew', () => {
  fc.assert(
    fc.property(
      someIncidents(60),
      someIncidents(20),
      fc.array(fc.integer({ min: 1, max: 60 })),
      anyFilter({ text: false }),
      (before, current, retracted, filter) => {
        const outdated = [...current.keys(), ...retracted];
        const after = new Map([...[...before].filter(([key]) => !outdated.includes(key)), ...current]);
        const changed = changeCube(cubeOf(before, 1), { outdated, current: cubeOf(current, 2) });
        const question = { interval: 'month', facets: dimensionNames, hours: true } as const;
        expect(answerOf(changed, filter, question)).toEqual(answerOf(cubeOf(after, 2), filter, question));
      },
    ),
    { numRuns: 200 },
  );
});
