import type { Clustering } from '@monitor/domain';
import type { CombinationAmounts, SubjectSums } from './amounts.ts';
import type { Column } from './cube-rows.ts';
import { TwoLargest } from './day-sums.ts';
import type { PartRows } from './part-rows.ts';

/** What a measure counts in parts: by cell, and how it is gathered in the incidents of each part. */
export class PartAmounts {
  /** By cell. */
  readonly sums: Float64Array;
  readonly #steps: number;
  readonly #squares: Float64Array;
  readonly #largest: readonly TwoLargest[];
  readonly #notReported: Uint32Array;

  constructor(parts: number, steps: number) {
    this.sums = new Float64Array(parts * steps);
    this.#steps = steps;
    this.#squares = new Float64Array(parts);
    this.#largest = Array.from({ length: parts }, () => new TwoLargest());
    this.#notReported = new Uint32Array(parts);
  }

  /** Adds the people in a column of some rows. */
  addPeople(column: Column, { rows, parts, cells, count }: PartRows): void {
    for (let at = 0; at < count; at++) this.#add(column[rows[at]!]!, parts[at]!, cells[at]!);
  }

  /** Adds what the combinations of some rows stand for. @param ofParts the same combinations in each part */
  addSubjects(codes: Column, ofParts: readonly CombinationAmounts[], { rows, parts, cells, count }: PartRows): void {
    const tables = ofParts.map(({ amounts }) => amounts);
    const marks = ofParts.map(({ unreported }) => unreported);
    for (let at = 0; at < count; at++) {
      const part = parts[at]!;
      const code = codes[rows[at]!]!;
      this.#notReported[part]! += marks[part]![code]!;
      this.#add(tables[part]![code]!, part, cells[at]!);
    }
  }

  #add(amount: number, part: number, cell: number): void {
    if (amount === 0) return;
    this.sums[cell]! += amount;
    this.#squares[part]! += amount * amount;
    this.#largest[part]!.take(amount);
  }

  clustering(part: number): Clustering {
    return { squares: this.#squares[part]!, largest: this.#largest[part]!.both };
  }

  ofPart(part: number): SubjectSums {
    const parts = this.#squares.length;
    let sum = 0;
    for (let step = 0; step < this.#steps; step++) sum += this.sums[parts * step + part]!;
    return { sum, clustering: this.clustering(part), notReported: this.#notReported[part]! };
  }
}
