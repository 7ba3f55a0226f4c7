import { dayNumber, type IncidentDraft, knownMinute, knownPart, traitsOf } from '@monitor/domain';
import { CubeBuilder } from '../src/build-cube.ts';
import type { Cube } from '../src/cube.ts';
import { unpackIdentifier } from '../src/identifier.ts';

/** For tests: the cube of incidents, each under its key, of the dataset `demo` unless it names another. */
export function cubeOfDrafts(drafts: ReadonlyMap<number, IncidentDraft & { readonly dataset?: string }>, version = 1): Cube {
  const builder = new CubeBuilder();
  for (const [key, draft] of drafts)
    builder.add({
      dataset: 'demo',
      ...draft,
      ...traitsOf(draft),
      key,
      id: idOfKey(key),
      day: dayNumber(draft.occurred_on),
      minute: knownMinute(draft),
      part: knownPart(draft),
    });
  return builder.finish(version);
}

/** The public identifier that an incident of such a cube has. As in the database, identifiers are in another order than keys. */
export function idOfKey(key: number): string {
  return unpackIdentifier(Math.imul(key, 0x9e3779b1) >>> 2, key);
}

/** Incidents under the keys 1, 2, 3 … */
export function draftsByKey<Draft>(drafts: readonly Draft[]): Map<number, Draft> {
  return new Map(drafts.map((draft, index) => [index + 1, draft]));
}
