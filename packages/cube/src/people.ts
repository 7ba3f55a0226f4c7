import { type Clustering, type CountedPeople, recordOf } from '@monitor/domain';
import type { Column, CubeRows, RowRange } from './cube-rows.ts';
import { TwoLargest } from './day-sums.ts';
import { bitsWithin, emptyBitmap, lowestRow, type RowBitmap, setRow, wordsOf } from './row-bitmap.ts';

/** Numbers of people, by what happened to them. */
export type People = Readonly<Record<CountedPeople, number>>;

/** The columns of people that are looked at together. */
export const peopleTogether = {
  casualties: ['killed', 'injured'],
  others: ['threatened', 'suicides'],
} as const satisfies Record<string, readonly [CountedPeople, CountedPeople]>;
export type PeopleTogether = keyof typeof peopleTogether;
export const allPeopleTogether = ['casualties', 'others'] as const satisfies readonly PeopleTogether[];

/** The columns with which one is looked at. */
export function togetherWith(name: CountedPeople): PeopleTogether {
  return name === 'killed' || name === 'injured' ? 'casualties' : 'others';
}

/** The rows with anybody in two columns of people: few, so that sums of people cost little. */
export type RowsWithPeople = Readonly<Record<PeopleTogether, RowBitmap>>;

export function rowsWithPeopleOf(cube: CubeRows): RowsWithPeople {
  return recordOf(allPeopleTogether, (together) => {
    const [one, other] = peopleTogether[together];
    return rowsWithEither(cube, cube.columns[one], cube.columns[other]);
  });
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

/** How the people of a column are gathered in incidents, and how many there are. */
export interface GatheredPeople {
  readonly sum: number;
  readonly clustering: Clustering;
}

/** The same of two columns, over the rows of a bitmap within a range. */
export function gatherPeople(
  [one, other]: readonly [Column, Column],
  { words }: RowBitmap,
  range: RowRange,
): [GatheredPeople, GatheredPeople] {
  const { first, after } = wordsOf(range);
  const [gathered, otherGathered] = [new Gathered(), new Gathered()];
  for (let word = first; word < after; word++) {
    for (let bits = words[word]! & bitsWithin(word, range); bits !== 0; bits &= bits - 1) {
      const row = lowestRow(word, bits);
      gathered.take(one[row]!);
      otherGathered.take(other[row]!);
    }
  }
  return [gathered, otherGathered];
}

class Gathered implements GatheredPeople {
  readonly #largest = new TwoLargest();
  #squares = 0;
  sum = 0;

  take(people: number): void {
    this.sum += people;
    this.#squares += people * people;
    this.#largest.take(people);
  }

  get clustering(): Clustering {
    return { squares: this.#squares, largest: this.#largest.both };
  }
}
