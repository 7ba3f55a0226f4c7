import type { Column, CubeRows } from './cube-rows.ts';

/**
 * People of all incidents before each day of the cube: entry `d` sums the days before `firstDay + d`. Squares are of the
 * number of people in one incident. The largest are of the day itself: entries `2 d` and `2 d + 1` are the two greatest
 * numbers of people in one incident of day `firstDay + d`.
 */
export interface DaySums {
  readonly killed: Float64Array;
  readonly injured: Float64Array;
  readonly threatened: Float64Array;
  readonly suicides: Float64Array;
  readonly killedSquares: Float64Array;
  readonly injuredSquares: Float64Array;
  readonly killedLargest: Uint32Array;
  readonly injuredLargest: Uint32Array;
}

export function daySumsOf(cube: CubeRows): DaySums {
  const { killed, injured, threatened, suicides } = cube.columns;
  return {
    killed: cumulativeSums(cube, (row) => killed[row]!),
    injured: cumulativeSums(cube, (row) => injured[row]!),
    threatened: cumulativeSums(cube, (row) => threatened[row]!),
    suicides: cumulativeSums(cube, (row) => suicides[row]!),
    killedSquares: cumulativeSums(cube, (row) => killed[row]! ** 2),
    injuredSquares: cumulativeSums(cube, (row) => injured[row]! ** 2),
    killedLargest: largestOfDays(cube, killed),
    injuredLargest: largestOfDays(cube, injured),
  };
}

function cumulativeSums({ dayStart }: CubeRows, valueOf: (row: number) => number): Float64Array {
  const sums = new Float64Array(dayStart.length);
  for (let day = 1; day < dayStart.length; day++) {
    let sum = sums[day - 1]!;
    for (let row = dayStart[day - 1]!; row < dayStart[day]!; row++) sum += valueOf(row);
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

/** The two greatest of the values, the greater one first; 0 where there is none. */
export function twoLargest(values: Iterable<number>): [number, number] {
  let first = 0;
  let second = 0;
  for (const value of values) {
    if (value > first) {
      second = first;
      first = value;
    } else if (value > second) second = value;
  }
  return [first, second];
}
