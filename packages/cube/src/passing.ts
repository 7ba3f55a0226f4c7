import { type DimensionField, type FieldValue, type Filter, testOfField, type Trait, traitsIn } from '@monitor/domain';
import type { Field, Group } from './cube-rows.ts';

/**
 * For each combination of a group 1 where it meets what the filter says of these fields, otherwise 0; undefined where the filter
 * says nothing. A constraint is decided once for each value that occurs.
 */
export function passingCombinations(group: Group, fields: readonly DimensionField[], filter: Filter): Uint8Array | undefined {
  let passing: Uint8Array | undefined;
  for (const name of fields) {
    const test = testOfField(name, filter);
    if (!test) continue;
    const field = group.fields[name]!;
    const meets = Uint8Array.from(traitsOfValues(name, field), (traits) => (traits.some(test) ? 1 : 0));
    passing ??= new Uint8Array(group.combinations).fill(1);
    for (let code = 0; code < passing.length; code++) passing[code]! &= meets[field.positions[code]!]!;
  }
  return passing;
}

const remembered = new WeakMap<readonly FieldValue[], readonly (readonly Trait[])[]>();

/** The traits of each value of a field, taken apart once for all requests. */
export function traitsOfValues(name: DimensionField, { values }: Field): readonly (readonly Trait[])[] {
  const traits = remembered.get(values) ?? values.map((value) => traitsIn(name, value));
  remembered.set(values, traits);
  return traits;
}
