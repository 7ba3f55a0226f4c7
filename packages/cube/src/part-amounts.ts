import { type Clustering, fieldOfMeasure, type Filter, isCounted, type SubjectMeasure } from '@monitor/domain';
import type { SubjectSums } from './amounts.ts';
import type { Column } from './cube-rows.ts';
import { type GroupName, groupOfNumbers } from './groups.ts';
import type { MatchedCube } from './matching-combinations.ts';
import type { PartRows } from './part-rows.ts';
import { passingTraits } from './trait-table.ts';

/** What a measure of subjects counts in each combination of a group, in each part. */
export interface AmountsOfParts {
  readonly group: GroupName;
  /** Of combination `c` in part `p` at `stride * p + c`; the stride is 0 where all parts have the same. */
  readonly amounts: Float64Array;
  /** 1 where a number is missing. */
  readonly unreported: Uint8Array;
  readonly stride: number;
}

/** What a measure counts in the parts that these filters make, worked out for all of them in one walk over the combinations. */
export function amountsOfParts(
  { groups, traitTables }: MatchedCube,
  measure: SubjectMeasure,
  filters: readonly Filter[],
): AmountsOfParts {
  const field = fieldOfMeasure(measure)!;
  const group = groupOfNumbers(field);
  const { start, trait, number, codes } = traitTables[group][field]!;
  const { positions } = groups[group].fields[field]!;
  const masks = new Uint32Array(codes.length);
  for (const [part, filter] of filters.entries()) {
    const passes = passingTraits(traitTables[group][field]!, isCounted(measure, filter));
    for (let at = 0; at < masks.length; at++) masks[at]! |= passes[at]! << part;
  }
  const stride = positions.length;
  const amounts = new Float64Array(filters.length * stride);
  const unreported = new Uint8Array(filters.length * stride);
  for (let code = 0; code < stride; code++) {
    const value = positions[code]!;
    for (let at = start[value]!; at < start[value + 1]!; at++)
      for (let mask = masks[trait[at]!]!; mask !== 0; mask &= mask - 1) {
        const position = stride * (31 - Math.clz32(mask & -mask)) + code;
        if (Number.isNaN(number[at])) unreported[position] = 1;
        else amounts[position]! += number[at]!;
      }
  }
  return { group, amounts, unreported, stride };
}

/** What a measure counts in parts: by cell, and how it is gathered in the incidents of each part. */
export class PartAmounts {
  /** By cell. */
  readonly sums: Float64Array;
  readonly #steps: number;
  readonly #squares: Float64Array;
  /** The two greatest numbers in one incident of each part: plain lists, since these loops go over every incident. */
  readonly #largest: Float64Array;
  readonly #second: Float64Array;
  /** Incidents in which a number is missing, by cell. */
  readonly missing: Uint32Array;

  constructor(parts: number, steps: number) {
    this.sums = new Float64Array(parts * steps);
    this.#steps = steps;
    this.#squares = new Float64Array(parts);
    this.#largest = new Float64Array(parts);
    this.#second = new Float64Array(parts);
    this.missing = new Uint32Array(parts * steps);
  }

  /** Adds the people in a column of some rows. */
  addPeople(column: Column, { rows, parts, cells, count }: PartRows): void {
    const [sums, squares, second] = [this.sums, this.#squares, this.#second];
    for (let at = 0; at < count; at++) {
      const people = column[rows[at]!]!;
      if (people === 0) continue;
      const part = parts[at]!;
      sums[cells[at]!]! += people;
      squares[part]! += people * people;
      if (people > second[part]!) this.#keep(part, people);
    }
  }

  /** Adds what the combinations of some rows stand for. @param codes the combination of each row of the cube */
  addSubjects(codes: Column, { amounts, unreported, stride }: AmountsOfParts, { rows, parts, cells, count }: PartRows): void {
    const [sums, squares, second, missing] = [this.sums, this.#squares, this.#second, this.missing];
    for (let at = 0; at < count; at++) {
      const part = parts[at]!;
      const position = stride * part + codes[rows[at]!]!;
      missing[cells[at]!]! += unreported[position]!;
      const amount = amounts[position]!;
      if (amount === 0) continue;
      sums[cells[at]!]! += amount;
      squares[part]! += amount * amount;
      if (amount > second[part]!) this.#keep(part, amount);
    }
  }

  /** Keeps an amount that is greater than the second. */
  #keep(part: number, amount: number): void {
    const largest = this.#largest[part]!;
    this.#second[part] = Math.min(largest, amount);
    this.#largest[part] = Math.max(largest, amount);
  }

  clustering(part: number): Clustering {
    return { squares: this.#squares[part]!, largest: [this.#largest[part]!, this.#second[part]!] };
  }

  ofPart(part: number): SubjectSums {
    const parts = this.#squares.length;
    let sum = 0;
    let notReported = 0;
    for (let step = 0; step < this.#steps; step++) {
      sum += this.sums[parts * step + part]!;
      notReported += this.missing[parts * step + part]!;
    }
    return { sum, clustering: this.clustering(part), notReported };
  }
}
