import type { Clustering, CountedPeople } from '@monitor/domain';
import type { Column, CubeRows, RowRange } from './cube-rows.ts';
import { TwoLargest } from './day-sums.ts';
import { bitsWithin, emptyBitmap, lowestRow, type RowBitmap, setRow, wordsOf } from './row-bitmap.ts';

/** Numbers of people, by what happened to them. */
export type People = Readonly<Record<CountedPeople, number>>;

/** The rows with anybody in the columns of people: few, so that sums of people cost little. */
export interface RowsWithPeople {
  /** Rows with anybody killed or injured. */
  readonly casualties: RowBitmap;
  /** Rows with anybody threatened or who died by suicide. */
  readonly others: RowBitmap;
}

export function rowsWithPeopleOf(cube: CubeRows): RowsWithPeople {
  const { killed, injured, threatened, suicides } = cube.columns;
  return { casualties: rowsWithEither(cube, killed, injured), others: rowsWithEither(cube, threatened, suicides) };
}

function rowsWithEither(cube: Pick<CubeRows, 'rows'>, one: Column, other: Column): RowBitmap {
  const bitmap = emptyBitmap(cube);
  for (let row = 0; row < cube.rows; row++) if ((one[row]! | other[row]!) !== 0) setRow(bitmap, row);
  return bitmap;
}

/** Sums of two columns over the rows of a bitmap within a range. */
export function sumsOf(one: Column, other: Column, { words }: RowBitmap, range: RowRange): [number, number] {
  const { first, after } = wordsOf(range);
  let sum = 0;
  let otherSum = 0;
  for (let word = first; word < after; word++) {
    for (let bits = words[word]! & bitsWithin(word, range); bits !== 0; bits &= bits - 1) {
      const row = lowestRow(word, bits);
      sum += one[row]!;
      otherSum += other[row]!;
    }
  }
  return [sum, otherSum];
}

/** How the people of a column are spread over the rows of a bitmap within a range. */
export function clusteringOf(column: Column, { words }: RowBitmap, range: RowRange): Clustering {
  const { first, after } = wordsOf(range);
  let squares = 0;
  const largest = new TwoLargest();
  for (let word = first; word < after; word++) {
    for (let bits = words[word]! & bitsWithin(word, range); bits !== 0; bits &= bits - 1) {
      const people = column[lowestRow(word, bits)]!;
      squares += people * people;
      largest.take(people);
    }
  }
  return { squares, largest: largest.both };
}
