import {
  codeReader,
  type DimensionField,
  type DimensionName,
  dimensions,
  fieldOf,
  type Filter,
  noCode,
  testOfField,
  without,
} from '@monitor/domain';
import type { Cube } from './cube.ts';
import { constrainedFields, type GroupName } from './groups.ts';
import { passingTraits, passingValues, type TraitTable } from './trait-table.ts';

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

/** A code of a dimension with the positions of the field's values that have it, and the traits that have it. */
export interface ValuesOfCode {
  readonly code: string;
  readonly values: readonly number[];
  /** 1 for each trait that has the code and that the filter allows. */
  readonly traits: Uint8Array;
}

/** What is calculated once for the traits of a field, for all requests: by dimension, where the filter says nothing of the others. */
const remembered = new WeakMap<TraitTable, Map<DimensionName, readonly ValuesOfCode[]>>();

/** The codes of a dimension that occur, each with its values, where the filter allows the rest of the trait. */
export function valuesOfCodes({ traitTables }: MatchedCube, facet: DimensionName, filter: Filter): readonly ValuesOfCode[] {
  const name: DimensionField = fieldOf(facet);
  const table = traitTables[name];
  const test = testOfField(name, without(filter, facet));
  const known = remembered.get(table) ?? new Map<DimensionName, readonly ValuesOfCode[]>();
  remembered.set(table, known);
  const found = (test ? undefined : known.get(facet)) ?? listValues(table, facet, test);
  if (!test) known.set(facet, found);
  return found;
}

function listValues(table: TraitTable, facet: DimensionName, test: ReturnType<typeof testOfField>): ValuesOfCode[] {
  const codeOf = codeReader(facet);
  const codes = table.codes.map((one) => codeOf({ codes: one, number: 1 }));
  const allowed = test && passingTraits(table, test);
  const found = new Map<string, { values: number[]; traits: Uint8Array }>();
  const ofTrait = codes.map((code, at) => {
    if (code === noCode || allowed?.[at] === 0) return undefined;
    let entry = found.get(code);
    if (!entry) found.set(code, (entry = { values: [], traits: new Uint8Array(codes.length) }));
    entry.traits[at] = 1;
    return entry;
  });
  const { start, trait } = table;
  for (let value = 0; value + 1 < start.length; value++)
    for (let at = start[value]!; at < start[value + 1]!; at++) {
      const values = ofTrait[trait[at]!]?.values;
      if (values && values.at(-1) !== value) values.push(value);
    }
  return [...found].map(([code, entry]) => ({ code, ...entry }));
}

/** The group in which a dimension is counted. */
export function groupOf(name: DimensionName): GroupName {
  return dimensions[name].group;
}
