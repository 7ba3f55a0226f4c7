import { type DimensionName, dimensions, fieldOf, type Filter, testOfField, without } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { constrainedFields, type GroupName } from './groups.ts';
import { passingTraits, passingValues } from './trait-table.ts';

/** What of a cube decides which combinations match. */
export type MatchedCube = Pick<Cube, 'groups' | 'traitTables'>;

/** For each combination of a group 1 where it meets what the filter says of the group's fields, otherwise 0; undefined if it says nothing. */
export function matchingCombinations(cube: MatchedCube, group: GroupName, filter: Filter): Uint8Array | undefined {
  return matching(cube, group, [filter], (length) => new Uint8Array(length));
}

/** For each combination of a group a bit for each of up to 32 filters that it meets; undefined if none says anything of the group's fields. */
export function matchingFilters(cube: MatchedCube, group: GroupName, filters: readonly Filter[]): Uint32Array | undefined {
  return matching(cube, group, filters, (length) => new Uint32Array(length));
}

/** A constraint is decided once for each trait that occurs, and the combinations are gone through once for all filters. */
function matching<Bits extends Uint8Array | Uint32Array>(
  { groups, traitTables }: MatchedCube,
  group: GroupName,
  filters: readonly Filter[],
  make: (length: number) => Bits,
): Bits | undefined {
  const { combinations, fields } = groups[group];
  let found: Bits | undefined;
  for (const name of constrainedFields[group]) {
    const tests = filters.map((filter) => testOfField(name, filter));
    if (tests.every((test) => test === undefined)) continue;
    const table = traitTables[group][name]!;
    const ofTraits = make(table.codes.length);
    let untested = 0;
    for (const [at, test] of tests.entries()) {
      if (!test) untested |= 1 << at;
      else for (const [trait, passes] of passingTraits(table, test).entries()) ofTraits[trait]! |= passes << at;
    }
    const ofValues = passingValues(table, ofTraits, make(table.start.length - 1));
    const { positions } = fields[name]!;
    found ??= make(combinations).fill(-1 >>> (32 - filters.length)) as Bits;
    for (let code = 0; code < combinations; code++) found[code]! &= ofValues[positions[code]!]! | untested;
  }
  return found;
}

/** Whether the filter says anything of a group's fields. */
export function isConstrained(group: GroupName, filter: Filter): boolean {
  return constrainedFields[group].some((name) => testOfField(name, filter) !== undefined);
}

/** How the codes of a facet are distinguished in sums of combinations. */
export interface CountedCodes {
  readonly codes: readonly string[];
  /** For each trait of the facet's field, the position of its code; -1 for a trait without one, or that the filter does not allow. */
  readonly ofTrait: Int32Array;
  /** For each combination of the facet's group, the position of the value that its sums are added to. */
  readonly positions: Uint32Array;
}

/** The codes of a facet, where the filter allows the rest of the trait. */
export function countedCodes({ groups, traitTables, codeTables }: Cube, facet: DimensionName, filter: Filter): CountedCodes {
  const [group, field] = [groupOf(facet), fieldOf(facet)];
  const { codes, ofTrait, firstAlike } = codeTables[facet];
  const test = testOfField(field, without(filter, facet));
  // What the filter says of the rest of a trait tells values apart that have the same codes.
  if (!test) return { codes, ofTrait, positions: firstAlike };
  const passes = passingTraits(traitTables[group][field]!, test);
  return {
    codes,
    ofTrait: ofTrait.map((code, trait) => (passes[trait] === 1 ? code : -1)),
    positions: groups[group].fields[field]!.positions,
  };
}

/** The group in which a dimension is counted. */
export function groupOf(name: DimensionName): GroupName {
  return dimensions[name].group;
}
