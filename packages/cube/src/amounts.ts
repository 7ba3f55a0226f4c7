import { LRUCache } from 'lru-cache';
import {
  type Clustering,
  dimensionsOfField,
  fieldOfMeasure,
  type Filter,
  isCounted,
  isSubjectMeasure,
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
import { amountsOfValues, passingTraits, type TraitTables, valuesWithoutNumber } from './trait-table.ts';

/** What a measure counts in each row: the number in a column, or what the row's combination of a group stands for. */
export interface Amounts {
  readonly numbers: Column;
  /** What each number stands for; undefined if it stands for itself. */
  readonly ofNumber: Float64Array | Uint8Array | undefined;
}

/** What a measure counts in each row under a filter. Throws `TypeError` for incidents. */
export function amountsOf(cube: Pick<Cube, 'columns' | 'groups' | 'traitTables'>, measure: Measure, filter: Filter): Amounts {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return { numbers: cube.columns[people], ofNumber: undefined };
  if (measure === 'incidents') throw new TypeError('incidents are counted, not added up');
  return amountsOfRows(cube, amountsOfCombinations(cube, measure as SubjectMeasure, filter));
}

/** What the combinations of a group stand for. */
export interface CombinationAmounts {
  readonly group: GroupName;
  /** How many subjects of a measure each combination has. */
  readonly amounts: Float64Array;
  /** 1 for each combination in which a number is missing. */
  readonly unreported: Uint8Array;
}

/** The amounts of combinations as those of rows. */
export function amountsOfRows({ groups }: Pick<Cube, 'groups'>, { group, amounts }: CombinationAmounts): Amounts {
  return { numbers: groups[group].codes, ofNumber: amounts };
}

/** 1 for each row in which a number is missing. */
export function unreportedOfRows({ groups }: Pick<Cube, 'groups'>, { group, unreported }: CombinationAmounts): Amounts {
  return { numbers: groups[group].codes, ofNumber: unreported };
}

/** What the measures of subjects among those asked for count under a filter. */
export type SubjectAmounts = ReadonlyMap<SubjectMeasure, CombinationAmounts>;

export function subjectAmountsOf(cube: MatchedCube, asked: readonly Measure[], filter: Filter): SubjectAmounts {
  return new Map(asked.filter(isSubjectMeasure).map((name) => [name, amountsOfCombinations(cube, name, filter)]));
}

/**
 * For each cube what was found last. Most filters say nothing of the subjects that are counted, and a group with numbers has tens of
 * thousands of combinations: to go over them takes longer than to count the incidents of a year.
 */
const lastAmounts = new WeakMap<TraitTables, LRUCache<string, CombinationAmounts>>();
const mostAmounts = 24;

/** How many subjects of a measure each combination of its group has under a filter, and in which a number is missing. */
export function amountsOfCombinations(cube: MatchedCube, measure: SubjectMeasure, filter: Filter): CombinationAmounts {
  const known = lastAmounts.get(cube.traitTables) ?? new LRUCache<string, CombinationAmounts>({ max: mostAmounts });
  lastAmounts.set(cube.traitTables, known);
  const said = (dimensionsOfField.get(fieldOfMeasure(measure)!) ?? []).map((name) => filter[name] ?? null);
  const key = JSON.stringify([measure, said]);
  const found = known.get(key) ?? findAmounts(cube, measure, filter);
  known.set(key, found);
  return found;
}

function findAmounts({ groups, traitTables }: MatchedCube, measure: SubjectMeasure, filter: Filter): CombinationAmounts {
  const field = fieldOfMeasure(measure)!;
  const group = groupOfNumbers(field);
  const table = traitTables[group][field]!;
  const passes = passingTraits(table, isCounted(measure, filter));
  const { positions } = groups[group].fields[field]!;
  const ofValues = amountsOfValues(table, passes);
  const missing = valuesWithoutNumber(table, passes);
  return {
    group,
    amounts: lookUp(ofValues, positions, new Float64Array(positions.length)),
    unreported: lookUp(missing, positions, new Uint8Array(positions.length)),
  };
}

/** The entries at some positions. A loop, since there are tens of thousands, and a function called for each would take ten times as long. */
function lookUp<Numbers extends Float64Array | Uint8Array>(entries: Numbers, positions: Uint32Array, found: Numbers): Numbers {
  for (let at = 0; at < positions.length; at++) found[at] = entries[positions[at]!]!;
  return found;
}

/** The amount of a row. */
export function amountOfRow({ numbers, ofNumber }: Amounts, row: number): number {
  const number = numbers[row]!;
  return ofNumber ? ofNumber[number]! : number;
}

/** What a measure counts of subjects, how they are gathered in incidents, and incidents in which a number is missing. */
export interface SubjectSums {
  readonly sum: number;
  readonly clustering: Clustering;
  readonly notReported: number;
}

/** What a measure counts over a tally: from the counts of combinations, so that no incident is looked at. */
export function sumsOfTally({ amounts, unreported }: CombinationAmounts, { incidents }: Pick<Tally, 'incidents'>): SubjectSums {
  const largest = new TwoLargest();
  let sum = 0;
  let squares = 0;
  let notReported = 0;
  for (let code = 0; code < incidents.length; code++) {
    const count = incidents[code]!;
    if (count === 0) continue;
    const amount = amounts[code]!;
    notReported += count * unreported[code]!;
    sum += count * amount;
    squares += count * amount ** 2;
    largest.take(amount);
    if (count > 1) largest.take(amount);
  }
  return { sum, clustering: { squares, largest: largest.both }, notReported };
}
