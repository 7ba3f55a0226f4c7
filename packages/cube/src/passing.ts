import { type Facet, fieldOfFacet, type Filter, testOfFacet } from '@monitor/domain';
import type { Group } from './cube-rows.ts';

/**
 * For each combination of a group 1 where it meets what the filter says about these facets, otherwise 0; undefined where the filter
 * says nothing. A constraint is decided once for each value that occurs.
 */
export function passingCombinations(group: Group, facets: readonly Facet[], filter: Filter): Uint8Array | undefined {
  let passing: Uint8Array | undefined;
  for (const facet of facets) {
    const test = testOfFacet(facet, filter);
    if (!test) continue;
    const { values, positions } = group.fields[fieldOfFacet(facet)]!;
    const meets = Uint8Array.from(values, (value) => (test(value) ? 1 : 0));
    passing ??= new Uint8Array(group.combinations).fill(1);
    for (let code = 0; code < passing.length; code++) passing[code]! &= meets[positions[code]!]!;
  }
  return passing;
}
