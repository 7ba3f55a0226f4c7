import { type Column, type Cube } from './cube.ts';

/** People of all incidents before each day of the cube: entry `d` sums the days before `firstDay + d`. */
export interface DaySums {
  readonly killed: Float64Array;
  readonly injured: Float64Array;
  readonly threatened: Float64Array;
  readonly suicides: Float64Array;
}

const sumsOf = new WeakMap<Cube, DaySums>();

/** The sums of a cube; made at the first need. */
export function daySums(cube: Cube): DaySums {
  let sums = sumsOf.get(cube);
  if (!sums) {
    const { killed, injured, threatened, suicides } = cube.columns;
    sums = {
      killed: cumulated(cube, killed),
      injured: cumulated(cube, injured),
      threatened: cumulated(cube, threatened),
      suicides: cumulated(cube, suicides),
    };
    sumsOf.set(cube, sums);
  }
  return sums;
}

function cumulated({ dayStart }: Cube, column: Column): Float64Array {
  const sums = new Float64Array(dayStart.length);
  for (let day = 1; day < dayStart.length; day++) {
    let sum = sums[day - 1]!;
    for (let row = dayStart[day - 1]!; row < dayStart[day]!; row++) sum += column[row]!;
    sums[day] = sum;
  }
  return sums;
}
