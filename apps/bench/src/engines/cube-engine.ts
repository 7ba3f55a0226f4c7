import { bitmapOfKeys, type Cube, type Population, populationOf, summarise } from '@monitor/cube';
import type { Filter, SummaryAnswer } from '@monitor/domain';
import { type Database, readIncidentKeys } from '@monitor/store';
import { linesOfAnswer } from './answer.ts';
import { engineNames } from './engine-names.ts';
import { type Answered, request, type SummaryEngine } from './summary-engine.ts';

export function comparableAnswer(answer: SummaryAnswer): Answered {
  return { lines: () => linesOfAnswer(answer), json: () => JSON.stringify(answer) };
}

/**
 * The product's own engine, as the server uses it for a request that nobody has asked before. Words are looked up in the database,
 * which is part of the time.
 */
export function cubeEngine(cube: Cube, database: Database): SummaryEngine {
  return {
    name: engineNames.cube,
    async ask(filter) {
      const populate = await populationFinder(cube, database, filter);
      return comparableAnswer(summarise(cube, filter, request, populate));
    },
  };
}

/** A population for each filter asked, remembered for the one answer alone. */
export async function populationFinder(cube: Cube, database: Database, filter: Filter): Promise<(filter: Filter) => Population> {
  const bitmap = filter.q === undefined ? undefined : bitmapOfKeys(cube, (await readIncidentKeys(database, { q: filter.q })).keys);
  return (wanted) => populationOf(cube, wanted, bitmap);
}
