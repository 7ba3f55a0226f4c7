import type { Column, CubeRows } from './cube.ts';

/** People of all incidents before each day of the cube: entry `d` sums the days before `firstDay + d`. */
export interface DaySums {
  readonly killed: Float64Array;
  readonly injured: Float64Array;
  readonly threatened: Float64Array;
  readonly suicides: Float64Array;
}

export function daySumsOf(cube: CubeRows): DaySums {
  const { killed, injured, threatened, suicides } = cube.columns;
  return {
    killed: cumulated(cube, killed),
    injured: cumulated(cube, injured),
    threatened: cumulated(cube, threatened),
    suicides: cumulated(cube, suicides),
  };
}

function cumulated({ dayStart }: CubeRows, column: Column): Float64Array {
  const sums = new Float64Array(dayStart.length);
  for (let day = 1; day < dayStart.length; day++) {
    let sum = sums[day - 1]!;
    for (let row = dayStart[day - 1]!; row < dayStart[day]!; row++) sum += column[row]!;
    sums[day] = sum;
  }
  return sums;
}
