import { type CountedPeople, countedPeople, recordOf } from '@monitor/domain';
import type { Column, CubeRows } from './cube-rows.ts';

/**
 * People of all incidents before each day of the cube: entry `d` sums the days before `firstDay + d`. Squares are of the
 * number of people in one incident. The largest are of the day itself: entries `2 d` and `2 d + 1` are the two greatest
 * numbers of people in one incident of day `firstDay + d`.
 */
export interface DaySums {
  readonly sums: Readonly<Record<CountedPeople, Float64Array>>;
  readonly squares: Readonly<Record<CountedPeople, Float64Array>>;
  readonly largest: Readonly<Record<CountedPeople, Uint32Array>>;
}

export function daySumsOf(cube: CubeRows): DaySums {
  const { columns } = cube;
  return {
    sums: recordOf(countedPeople, (name) => cumulativeSums(cube, columns[name], (people) => people)),
    squares: recordOf(countedPeople, (name) => cumulativeSums(cube, columns[name], (people) => people ** 2)),
    largest: recordOf(countedPeople, (name) => largestOfDays(cube, columns[name])),
  };
}

function cumulativeSums({ dayStart }: CubeRows, column: Column, valueOf: (people: number) => number): Float64Array {
  const sums = new Float64Array(dayStart.length);
  for (let day = 1; day < dayStart.length; day++) {
    let sum = sums[day - 1]!;
    for (let row = dayStart[day - 1]!; row < dayStart[day]!; row++) sum += valueOf(column[row]!);
    sums[day] = sum;
  }
  return sums;
}

function largestOfDays({ dayStart }: CubeRows, column: Column): Uint32Array {
  const largest = new Uint32Array(2 * (dayStart.length - 1));
  for (let day = 0; day < dayStart.length - 1; day++) {
    const two = twoLargest(column.subarray(dayStart[day], dayStart[day + 1]));
    largest.set(two, 2 * day);
  }
  return largest;
}

/** The two greatest of the values, the greater one first; 0 if there is none. */
export function twoLargest(values: Iterable<number>): [number, number] {
  const largest = new TwoLargest();
  for (const value of values) largest.take(value);
  return largest.both;
}

/** Keeps the two greatest of the values that it takes. */
export class TwoLargest {
  #first = 0;
  #second = 0;

  take(value: number): void {
    if (value > this.#first) {
      this.#second = this.#first;
      this.#first = value;
    } else if (value > this.#second) this.#second = value;
  }

  /** The greater one first; 0 if there is none. */
  get both(): [number, number] {
    return [this.#first, this.#second];
  }
}
