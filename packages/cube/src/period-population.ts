import { type Clustering, type CountedPeople, countedPeople, recordOf } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { type RowRange, rowsOfDays } from './cube-rows.ts';
import { twoLargest } from './day-sums.ts';
import type { GroupName } from './groups.ts';
import type { People } from './people.ts';
import type { FiguresOfDays, Population, SelectedRows } from './population.ts';
import { bitmapOfRange, countRows, type RowBitmap } from './row-bitmap.ts';
import { type Tally, tallyRange } from './tally.ts';

/** All incidents of a period, from sums kept with the cube. */
export class PeriodPopulation implements Population {
  readonly #cube: Cube;
  readonly #from: number;
  readonly #to: number;
  readonly #rows: RowRange;
  readonly #tallies = new Map<GroupName, Tally>();
  #everyRow: RowBitmap | undefined;

  /** @param from first day and @param to last day, both included, since 1970-01-01 */
  constructor(cube: Cube, from: number, to: number) {
    this.#cube = cube;
    this.#from = from;
    this.#to = to;
    this.#rows = rowsOfDays(cube, from, to);
  }

  get incidents(): number {
    return this.#rows.end - this.#rows.start;
  }

  people(): People {
    const { sums } = this.#cube.daySums;
    return recordOf(countedPeople, (name) => this.#between(sums[name], this.#from, this.#to + 1));
  }

  clustering(name: CountedPeople): Clustering {
    const { squares, largest } = this.#cube.daySums;
    return {
      squares: this.#between(squares[name], this.#from, this.#to + 1),
      largest: twoLargest(largest[name].subarray(2 * this.#position(this.#from), 2 * this.#position(this.#to + 1))),
    };
  }

  tally(group: GroupName): Tally {
    const tally = this.#tallies.get(group) ?? tallyRange(this.#cube, group, this.#rows);
    this.#tallies.set(group, tally);
    return tally;
  }

  among(rows: RowBitmap): number {
    return countRows(rows, this.#rows);
  }

  amongDays(rows: RowBitmap, day: number, next: number): number {
    const [first, after] = [Math.max(day, this.#from), Math.min(next, this.#to + 1)];
    return first < after ? countRows(rows, rowsOfDays(this.#cube, first, after - 1)) : 0;
  }

  rows(): SelectedRows {
    this.#everyRow ??= bitmapOfRange(this.#cube, this.#rows);
    return { bitmaps: [this.#everyRow], range: this.#rows };
  }

  peopleOfDays(day: number, next: number, name: CountedPeople): number {
    const first = Math.max(day, this.#from);
    const after = Math.min(next, this.#to + 1);
    return first < after ? this.#between(this.#cube.daySums.sums[name], first, after) : 0;
  }

  holds(row: number): boolean {
    return row >= this.#rows.start && row < this.#rows.end;
  }

  ofDays(day: number, next: number): FiguresOfDays {
    const first = Math.max(day, this.#from);
    const after = Math.min(next, this.#to + 1);
    if (first >= after) return { incidents: 0, killed: 0, injured: 0 };
    const { start, end } = rowsOfDays(this.#cube, first, after - 1);
    const { sums } = this.#cube.daySums;
    return {
      incidents: end - start,
      killed: this.#between(sums.killed, first, after),
      injured: this.#between(sums.injured, first, after),
    };
  }

  #between(sums: Float64Array, day: number, next: number): number {
    return sums[this.#position(next)]! - sums[this.#position(Math.min(day, next))]!;
  }

  /** Position of a day in the sums. */
  #position(day: number): number {
    return Math.min(Math.max(day - this.#cube.firstDay, 0), this.#cube.dayStart.length - 1);
  }
}
