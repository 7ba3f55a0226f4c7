import type { Clustering, CountedPeople, Figures } from '@monitor/domain';
import { addAmounts, type Amounts, sumOfAmounts } from './amounts.ts';
import type { Cube } from './cube.ts';
import { type RowRange, rowsOfDays } from './cube-rows.ts';
import { type GroupName, notReportedGroup } from './groups.ts';
import { clusteringOf, type People, sumsOf } from './people.ts';
import type { Population, SelectedRows } from './population.ts';
import { countCommonRows, countRows, hasRow, inPortions, intersection, type RowBitmap } from './row-bitmap.ts';
import { rowsUndescribed, type Selection } from './select.ts';
import { sumOfTallies, type Tally, tallySelection } from './tally.ts';

/** The incidents of any filter, counted one by one. */
export class SelectedPopulation implements Population {
  readonly incidents: number;
  readonly #cube: Cube;
  readonly #selection: Selection;
  readonly #withoutGroups: Population | undefined;
  /** Rows of the selection with anybody killed or injured. */
  readonly #casualties: RowBitmap;
  #rowsWithOthers: RowBitmap | undefined;
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
    this.#casualties = intersection(cube, [selection.rows, cube.rowsWithPeople.casualties], selection.period);
    this.incidents = countRows(selection.rows, selection.period);
  }

  people(): People {
    const { columns } = this.#cube;
    const { period } = this.#selection;
    const { killed, injured } = this.tally(notReportedGroup);
    const [threatened, suicides] = sumsOf(columns.threatened, columns.suicides, this.#others(), period);
    return { killed: sumOf(killed), injured: sumOf(injured), threatened, suicides };
  }

  clustering(name: CountedPeople): Clustering {
    const rows = isCasualty(name) ? this.#casualties : this.#others();
    return clusteringOf(this.#cube.columns[name], rows, this.#selection.period);
  }

  /** Rows of the selection with anybody threatened or who died by suicide. */
  #others(): RowBitmap {
    const { rows, period } = this.#selection;
    return (this.#rowsWithOthers ??= intersection(this.#cube, [rows, this.#cube.rowsWithPeople.others], period));
  }

  amounts(group: GroupName, amounts: Amounts, free?: GroupName): Float64Array {
    return sumByCombination(this.#cube, group, amounts, this.rows(free));
  }

  amountOfDays(day: number, next: number, amounts: Amounts): number {
    let sum = 0;
    inPortions(this.#selection.rows, this.#rangeOfDays(day, next), (rows, count) => (sum += sumOfAmounts(amounts, rows, count)));
    return sum;
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

  undescribed(group: GroupName): number {
    const { bitmaps, range } = this.rows(group);
    const undescribed = rowsUndescribed(this.#cube, group);
    return bitmaps.reduce((sum, rows) => sum + countCommonRows(rows, undescribed, range), 0);
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
    const rows = isCasualty(name) ? this.#casualties : this.#others();
    return sumsOf(column, column, rows, this.#rangeOfDays(day, next))[0];
  }

  holds(row: number): boolean {
    return hasRow(this.#selection.rows, row);
  }

  ofDays(day: number, next: number): Figures {
    const range = this.#rangeOfDays(day, next);
    const [killed, injured] = sumsOf(this.#cube.columns.killed, this.#cube.columns.injured, this.#casualties, range);
    return { incidents: countRows(this.#selection.rows, range), killed, injured };
  }

  #rangeOfDays(day: number, next: number): RowRange {
    const { period } = this.#selection;
    const days = rowsOfDays(this.#cube, day, next - 1);
    const start = Math.max(days.start, period.start);
    return { start, end: Math.max(start, Math.min(days.end, period.end)) };
  }
}

function isCasualty(name: CountedPeople): boolean {
  return name === 'killed' || name === 'injured';
}

function sumOf(numbers: Uint32Array): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Sums of amounts over some rows, by combination of a group. */
export function sumByCombination(cube: Cube, group: GroupName, amounts: Amounts, { bitmaps, range }: SelectedRows): Float64Array {
  const { combinations, codes } = cube.groups[group];
  const sums = new Float64Array(combinations);
  for (const bitmap of bitmaps) inPortions(bitmap, range, (rows, count) => addAmounts(sums, codes, amounts, rows, count));
  return sums;
}
