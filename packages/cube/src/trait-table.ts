import { type DimensionField, dimensionFields, recordOf, type Trait, traitsIn } from '@monitor/domain';
import type { CubeRows, Field } from './cube-rows.ts';
import { type GroupName, groupOfField, recordOfGroups } from './groups.ts';

/**
 * The traits in the values of a field. Values can be many, since numbers make them differ; different traits are few, and what a filter
 * says of a trait is decided once.
 */
export interface TraitTable {
  /** The codes of each different trait. */
  readonly codes: readonly Trait['codes'][];
  /** The traits of value `v` are the entries from `start[v]` to before `start[v + 1]`. */
  readonly start: Uint32Array;
  /** For each entry, the position of its trait in `codes`. */
  readonly trait: Uint32Array;
  /** For each entry, how many subjects it stands for; NaN where that is not reported. */
  readonly number: Float64Array;
}

/** The tables of all fields that dimensions have, in each of their groups. */
export type TraitTables = Readonly<Record<GroupName, Readonly<Partial<Record<DimensionField, TraitTable>>>>>;

export function traitTablesOf({ groups }: CubeRows): TraitTables {
  // Where a field is in several groups, its traits have the same positions in all of them.
  const own = recordOf(dimensionFields, (field) => traitTableOf(field, groups[groupOfField(field)].fields[field]!));
  return recordOfGroups((name) =>
    recordOf(
      dimensionFields.filter((field) => groups[name].fields[field]),
      (field) => (name === groupOfField(field) ? own[field] : traitTableOf(field, groups[name].fields[field]!, own[field].codes)),
    ),
  );
}

/** @param first traits that come before those of the values */
function traitTableOf(field: DimensionField, { values }: Field, first: TraitTable['codes'] = []): TraitTable {
  const codes = [...first];
  const known = new Map(first.map((one, position) => [one.join('/'), position]));
  const start = new Uint32Array(values.length + 1);
  const trait: number[] = [];
  const number: number[] = [];
  for (const [at, value] of values.entries()) {
    for (const one of traitsIn(field, value)) {
      const key = one.codes.join('/');
      let position = known.get(key);
      if (position === undefined) {
        position = codes.push(one.codes) - 1;
        known.set(key, position);
      }
      trait.push(position);
      number.push(one.number ?? Number.NaN);
    }
    start[at + 1] = trait.length;
  }
  return { codes, start, trait: Uint32Array.from(trait), number: Float64Array.from(number) };
}

/** 1 for each different trait that passes, 0 for each that does not. */
export function passingTraits({ codes }: TraitTable, test: (trait: Trait) => boolean): Uint8Array {
  return Uint8Array.from(codes, (one) => (test({ codes: one, number: 1 }) ? 1 : 0));
}

/** For each value what any of its traits passes: 1 or 0, or a bit for each of several tests. @param passes the same of each trait */
export function passingValues<Passes extends Uint8Array | Uint32Array>(
  { start, trait }: TraitTable,
  passes: Passes,
  values: Passes,
): Passes {
  for (let value = 0; value < values.length; value++)
    for (let at = start[value]!; at < start[value + 1]!; at++) values[value]! |= passes[trait[at]!]!;
  return values;
}

/** How many subjects of each value have a trait that passes; what is not reported counts as 0. */
export function amountsOfValues({ start, trait, number }: TraitTable, passes: Uint8Array): Float64Array {
  const amounts = new Float64Array(start.length - 1);
  for (let value = 0; value < amounts.length; value++)
    for (let at = start[value]!; at < start[value + 1]!; at++) if (passes[trait[at]!] === 1) amounts[value]! += number[at]! || 0;
  return amounts;
}

/**
 * Sums by value as sums by code: a value counts once for each different code that its traits have.
 * @param ofTrait the position of each trait's code; -1 for a trait that does not count
 * @param isMeant whether a trait with this number counts; all do if left out
 */
export function sumsOfCodes(
  { start, trait, number }: TraitTable,
  ofTrait: Int32Array,
  codes: number,
  ofValues: Uint32Array | Float64Array,
  isMeant?: (number: number) => boolean,
): Float64Array {
  const sums = new Float64Array(codes);
  // The value, counted from 1, that has last been added for each code.
  const last = new Uint32Array(codes);
  for (let value = 0; value < ofValues.length; value++) {
    const amount = ofValues[value]!;
    if (amount === 0) continue;
    for (let at = start[value]!; at < start[value + 1]!; at++) {
      const code = ofTrait[trait[at]!]!;
      if (code < 0 || last[code] === value + 1 || isMeant?.(number[at]!) === false) continue;
      last[code] = value + 1;
      sums[code]! += amount;
    }
  }
  return sums;
}

/** Sums by trait as sums by code. @param ofTrait as above */
export function sumsOfTraits(ofTraits: Float64Array, ofTrait: Int32Array, codes: number): Float64Array {
  const sums = new Float64Array(codes);
  for (const [trait, code] of ofTrait.entries()) if (code >= 0) sums[code]! += ofTraits[trait]!;
  return sums;
}

/** How many subjects have each trait. @param incidents of each value */
export function subjectsOfTraits({ codes, start, trait, number }: TraitTable, incidents: Uint32Array | Float64Array): Float64Array {
  const subjects = new Float64Array(codes.length);
  for (let value = 0; value < incidents.length; value++) {
    const count = incidents[value]!;
    if (count === 0) continue;
    for (let at = start[value]!; at < start[value + 1]!; at++) subjects[trait[at]!]! += count * (number[at]! || 0);
  }
  return subjects;
}

/** 1 for each value in which the number of subjects of a trait that passes is not reported. */
export function valuesWithoutNumber({ start, trait, number }: TraitTable, passes: Uint8Array): Uint8Array {
  const values = new Uint8Array(start.length - 1);
  for (let value = 0; value < values.length; value++)
    for (let at = start[value]!; at < start[value + 1]!; at++)
      if (passes[trait[at]!] === 1 && Number.isNaN(number[at])) values[value] = 1;
  return values;
}
