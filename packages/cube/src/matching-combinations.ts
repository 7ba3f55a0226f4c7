import {
  codesOfFacet,
  type DimensionField,
  type DimensionName,
  type FieldValue,
  fieldOf,
  type Filter,
  testOfField,
  type Trait,
  traitsIn,
  without,
} from '@monitor/domain';
import type { Field, Group } from './cube-rows.ts';

/**
 * For each combination of a group 1 where it meets what the filter says of these fields, otherwise 0; undefined where the filter
 * says nothing. A constraint is decided once for each value that occurs.
 */
export function matchingCombinations(group: Group, fields: readonly DimensionField[], filter: Filter): Uint8Array | undefined {
  let matching: Uint8Array | undefined;
  for (const name of fields) {
    const test = testOfField(name, filter);
    if (!test) continue;
    const field = group.fields[name]!;
    const meets = Uint8Array.from(traitsOfValues(name, field), (traits) => (traits.some(test) ? 1 : 0));
    matching ??= new Uint8Array(group.combinations).fill(1);
    for (let code = 0; code < matching.length; code++) matching[code]! &= meets[field.positions[code]!]!;
  }
  return matching;
}

/** Each code of a dimension with the positions of the values that have it. */
type PositionsOfCodes = ReadonlyMap<string, readonly number[]>;

/** What is calculated once for the values of a field, for all requests. */
interface Remembered {
  readonly traits: readonly (readonly Trait[])[];
  /** By dimension, where the filter says nothing of the other dimensions of the field. */
  readonly positions: Map<DimensionName, PositionsOfCodes>;
}

const remembered = new WeakMap<readonly FieldValue[], Remembered>();

function remember(name: DimensionField, { values }: Field): Remembered {
  const known = remembered.get(values) ?? { traits: values.map((value) => traitsIn(name, value)), positions: new Map() };
  remembered.set(values, known);
  return known;
}

/** The traits of each value of a field. */
function traitsOfValues(name: DimensionField, field: Field): readonly (readonly Trait[])[] {
  return remember(name, field).traits;
}

/** The codes of a dimension with the positions of the field's values that have each, where the filter allows the rest of the trait. */
export function positionsOfCodes(facet: DimensionName, filter: Filter, field: Field): PositionsOfCodes {
  const name = fieldOf(facet);
  const { traits, positions } = remember(name, field);
  const isConstrained = testOfField(name, without(filter, facet)) !== undefined;
  const known = isConstrained ? undefined : positions.get(facet);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const [at, codes] of traits.map(codesOfFacet(facet, filter)).entries())
    for (const code of codes) {
      const list = found.get(code);
      if (list) list.push(at);
      else found.set(code, [at]);
    }
  if (!isConstrained) positions.set(facet, found);
  return found;
}
