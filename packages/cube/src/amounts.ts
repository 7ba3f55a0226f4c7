import {
  type Clustering,
  fieldOfMeasure,
  type Filter,
  isCounted,
  type Measure,
  peopleOfMeasure,
  type SubjectMeasure,
} from '@monitor/domain';
import type { Cube } from './cube.ts';
import type { Column } from './cube-rows.ts';
import { TwoLargest } from './day-sums.ts';
import { type GroupName, groupOfNumbers } from './groups.ts';
import { type MatchedCube } from './matching-combinations.ts';
import type { Tally } from './tally.ts';
import { amountsOfValues, passingTraits, valuesWithoutNumber } from './trait-table.ts';

/** What a measure counts in each row: the number in a column, or what the row's combination of a group stands for. */
export interface Amounts {
  readonly numbers: Column;
  /** What each number stands for; undefined where it stands for itself. */
  readonly ofNumber: Float64Array | undefined;
}

/** What a measure counts in each row under a filter. Throws `TypeError` for incidents. */
export function amountsOf(cube: Pick<Cube, 'columns' | 'groups' | 'traitTables'>, measure: Measure, filter: Filter): Amounts {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return { numbers: cube.columns[people], ofNumber: undefined };
  if (measure === 'incidents') throw new TypeError('incidents are counted, not added up');
  const { group, amounts } = amountsOfCombinations(cube, measure as SubjectMeasure, filter);
  return { numbers: cube.groups[group].codes, ofNumber: amounts };
}

/** How many subjects of a measure each combination of its group has under a filter, and in which a number is missing. */
export function amountsOfCombinations(
  { groups, traitTables }: MatchedCube,
  measure: SubjectMeasure,
  filter: Filter,
): { readonly group: GroupName; readonly amounts: Float64Array; readonly unreported: Uint8Array } {
  const field = fieldOfMeasure(measure)!;
  const group = groupOfNumbers(field);
  const table = traitTables[group][field]!;
  const passes = passingTraits(table, isCounted(measure, filter));
  const { positions } = groups[group].fields[field]!;
  const ofValues = amountsOfValues(table, passes);
  const missing = valuesWithoutNumber(table, passes);
  return {
    group,
    amounts: Float64Array.from(positions, (position) => ofValues[position]!),
    unreported: Uint8Array.from(positions, (position) => missing[position]!),
  };
}

/** Adds the amounts of some rows to the sums of their combinations. */
export function addAmounts(
  sums: Float64Array,
  codes: Column,
  { numbers, ofNumber }: Amounts,
  rows: Uint32Array,
  length: number,
): void {
  if (ofNumber)
    for (let at = 0; at < length; at++) {
      const row = rows[at]!;
      sums[codes[row]!]! += ofNumber[numbers[row]!]!;
    }
  else
    for (let at = 0; at < length; at++) {
      const row = rows[at]!;
      sums[codes[row]!]! += numbers[row]!;
    }
}

/** The amount of a row. */
export function amountOfRow({ numbers, ofNumber }: Amounts, row: number): number {
  const number = numbers[row]!;
  return ofNumber ? ofNumber[number]! : number;
}

/** The sum of the amounts of some rows. */
export function sumOfAmounts({ numbers, ofNumber }: Amounts, rows: Uint32Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) {
    const number = numbers[rows[at]!]!;
    sum += ofNumber ? ofNumber[number]! : number;
  }
  return sum;
}

/** The sum of the amounts of combinations over a tally, and how it is gathered in incidents. */
export function clusteringOfCombinations(
  amounts: Float64Array,
  { incidents }: Pick<Tally, 'incidents'>,
): { sum: number; clustering: Clustering } {
  const largest = new TwoLargest();
  let sum = 0;
  let squares = 0;
  for (let code = 0; code < incidents.length; code++) {
    const count = incidents[code]!;
    const amount = amounts[code]!;
    if (count === 0 || amount === 0) continue;
    sum += count * amount;
    squares += count * amount ** 2;
    largest.take(amount);
    if (count > 1) largest.take(amount);
  }
  return { sum, clustering: { squares, largest: largest.both } };
}
