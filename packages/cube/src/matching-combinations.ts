import { codeReader, type DimensionName, dimensions, fieldOf, type Filter, noCode, testOfField, without } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { constrainedFields, type GroupName } from './groups.ts';
import { passingTraits, passingValues } from './trait-table.ts';

/** What of a cube decides which combinations match. */
export type MatchedCube = Pick<Cube, 'groups' | 'traitTables'>;

/**
 * For each combination of a group 1 where it meets what the filter says of the group's fields, otherwise 0; undefined where the filter
 * says nothing. A constraint is decided once for each trait that occurs.
 */
export function matchingCombinations(
  { groups, traitTables }: MatchedCube,
  group: GroupName,
  filter: Filter,
): Uint8Array | undefined {
  const { combinations, fields } = groups[group];
  let matching: Uint8Array | undefined;
  for (const name of constrainedFields[group]) {
    const test = testOfField(name, filter);
    if (!test) continue;
    const table = traitTables[name];
    const meets = passingValues(table, passingTraits(table, test));
    const { positions } = fields[name]!;
    matching ??= new Uint8Array(combinations).fill(1);
    for (let code = 0; code < matching.length; code++) matching[code]! &= meets[positions[code]!]!;
  }
  return matching;
}

/** Whether the filter says anything of a group's fields. */
export function isConstrained(group: GroupName, filter: Filter): boolean {
  return constrainedFields[group].some((name) => testOfField(name, filter) !== undefined);
}

/** The codes of a dimension that the traits of a field have, and for each trait the position of its code among them. */
export interface CodesOfTraits {
  readonly codes: readonly string[];
  /** -1 for a trait without a code, or that the filter does not allow. */
  readonly ofTrait: Int32Array;
}

/** The codes of a dimension, where the filter allows the rest of the trait. */
export function codesOfTraits({ traitTables }: MatchedCube, facet: DimensionName, filter: Filter): CodesOfTraits {
  const name = fieldOf(facet);
  const test = testOfField(name, without(filter, facet));
  const codeOf = codeReader(facet);
  const known = new Map<string, number>();
  const ofTrait = Int32Array.from(traitTables[name].codes, (codes) => {
    const trait = { codes, number: 1 };
    const code = codeOf(trait);
    if (code === noCode || test?.(trait) === false) return -1;
    const position = known.get(code) ?? known.size;
    known.set(code, position);
    return position;
  });
  return { codes: [...known.keys()], ofTrait };
}

/** The group in which a dimension is counted. */
export function groupOf(name: DimensionName): GroupName {
  return dimensions[name].group;
}
