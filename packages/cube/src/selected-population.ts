import { type Clustering, type CountedPeople, countedPeople, recordOf } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { type RowRange, rowsOfDays } from './cube-rows.ts';
import type { GroupName } from './groups.ts';
import {
  type GatheredPeople,
  gatherPeople,
  type People,
  peopleTogether,
  type PeopleTogether,
  sumsOf,
  togetherWith,
} from './people.ts';
import type { FiguresOfDays, Population, SelectedRows } from './population.ts';
import { countCommonRows, countRows, hasRow, intersection, type RowBitmap } from './row-bitmap.ts';
import type { Selection } from './select.ts';
import { sumOfTallies, type Tally, tallySelection } from './tally.ts';

/** The incidents of any filter, counted one by one. */
export class SelectedPopulation implements Population {
  readonly incidents: number;
  readonly #cube: Cube;
  readonly #selection: Selection;
  readonly #withoutGroups: Population | undefined;
  readonly #withPeople = new Map<PeopleTogether, RowBitmap>();
  readonly #gathered = new Map<PeopleTogether, readonly [GatheredPeople, GatheredPeople]>();
  /** The groups that one walk over the rows counts. */
  #together: readonly GroupName[] = [];
  readonly #tallies = new Map<GroupName, Tally>();
  /** For each group the rows that only its constraints exclude. */
  readonly #excluded = new Map<GroupName, RowBitmap>();
  /** Tallies without the constraints on a group. */
  readonly #freeTallies = new Map<string, Tally>();

  /** @param withoutGroups the population without the constraints on groups, where only one of them is constrained and it is known */
  constructor(cube: Cube, selection: Selection, withoutGroups: Population | undefined) {
    this.#cube = cube;
    this.#selection = selection;
    this.#withoutGroups = withoutGroups;
    this.incidents = countRows(selection.rows, selection.period);
  }

  people(): People {
    return recordOf(countedPeople, (name) => this.#gather(name).sum);
  }

  clustering(name: CountedPeople): Clustering {
    return this.#gather(name).clustering;
  }

  #gather(name: CountedPeople): GatheredPeople {
    const { columns } = this.#cube;
    const together = togetherWith(name);
    const [one, other] = peopleTogether[together];
    const gathered =
      this.#gathered.get(together) ??
      gatherPeople([columns[one], columns[other]], this.#rowsWith(together), this.#selection.period);
    this.#gathered.set(together, gathered);
    return gathered[name === one ? 0 : 1];
  }

  /** Rows of the selection with anybody in two columns. */
  #rowsWith(together: PeopleTogether): RowBitmap {
    const { rows, period } = this.#selection;
    const found = this.#withPeople.get(together) ?? intersection(this.#cube, [rows, this.#cube.rowsWithPeople[together]], period);
    this.#withPeople.set(together, found);
    return found;
  }

  expect(groups: readonly GroupName[]): void {
    this.#together = [...new Set([...this.#together, ...groups])].filter((name) => !this.#tallies.has(name));
  }

  tally(group: GroupName, free?: GroupName): Tally {
    if (!this.#isConstrained(free)) return this.#ownTally(group);
    const key = `${group} ${free}`;
    const tally = this.#freeTallies.get(key) ?? this.#freeTally(group, free);
    this.#freeTallies.set(key, tally);
    return tally;
  }

  among(rows: RowBitmap, free?: GroupName): number {
    const { bitmaps, range } = this.rows(free);
    return bitmaps.reduce((sum, own) => sum + countCommonRows(own, rows, range), 0);
  }

  amongDays(rows: RowBitmap, day: number, next: number): number {
    return countCommonRows(this.#selection.rows, rows, this.#rangeOfDays(day, next));
  }

  #isConstrained(group: GroupName | undefined): group is GroupName {
    return group !== undefined && this.#selection.constrained.includes(group);
  }

  #excludedOnlyBy(group: GroupName): RowBitmap {
    const excluded = this.#excluded.get(group) ?? this.#selection.excludedOnlyBy(group);
    this.#excluded.set(group, excluded);
    return excluded;
  }

  #ownTally(group: GroupName): Tally {
    if (!this.#tallies.has(group)) {
      const together = this.#together.includes(group) ? this.#together : [group];
      const counted = tallySelection(this.#cube, together, this.#selection.rows, this.#selection.period);
      for (const name of together) this.#tallies.set(name, counted[name]);
    }
    return this.#tallies.get(group)!;
  }

  #freeTally(group: GroupName, free: GroupName): Tally {
    if (this.#withoutGroups) return this.#withoutGroups.tally(group);
    const excluded = tallySelection(this.#cube, [group], this.#excludedOnlyBy(free), this.#selection.period);
    return sumOfTallies(this.#ownTally(group), excluded[group]);
  }

  rows(free?: GroupName): SelectedRows {
    const { rows, period } = this.#selection;
    return { bitmaps: this.#isConstrained(free) ? [rows, this.#excludedOnlyBy(free)] : [rows], range: period };
  }

  peopleOfDays(day: number, next: number, name: CountedPeople): number {
    const column = this.#cube.columns[name];
    return sumsOf(column, column, this.#rowsWith(togetherWith(name)), this.#rangeOfDays(day, next))[0];
  }

  holds(row: number): boolean {
    return hasRow(this.#selection.rows, row);
  }

  ofDays(day: number, next: number): FiguresOfDays {
    const range = this.#rangeOfDays(day, next);
    const [killed, injured] = sumsOf(this.#cube.columns.killed, this.#cube.columns.injured, this.#rowsWith('casualties'), range);
    return { incidents: countRows(this.#selection.rows, range), killed, injured };
  }

  #rangeOfDays(day: number, next: number): RowRange {
    const { period } = this.#selection;
    const days = rowsOfDays(this.#cube, day, next - 1);
    const start = Math.max(days.start, period.start);
    return { start, end: Math.max(start, Math.min(days.end, period.end)) };
  }
}
