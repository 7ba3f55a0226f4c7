import type { Clustering, CountedPeople, FigureName } from '@monitor/domain';
import type { RowRange } from './cube-rows.ts';
import type { GroupName } from './groups.ts';
import type { People } from './people.ts';
import type { RowBitmap } from './row-bitmap.ts';
import type { Tally } from './tally.ts';

/** What totals are made of. */
export interface Counted {
  readonly incidents: number;
  people(): People;
  /** How people are gathered in incidents. */
  clustering(name: CountedPeople): Clustering;
  /** Incidents among some rows, over all that meet the filter's constraints on other groups than `free`. */
  among(rows: RowBitmap, free?: GroupName): number;
}

/** Rows of one or more bitmaps, which have none in common, within a range. */
export interface SelectedRows {
  readonly bitmaps: readonly RowBitmap[];
  readonly range: RowRange;
}

/** Incidents, killed and injured of some days. */
export type FiguresOfDays = Readonly<Record<FigureName, number>>;

/** The incidents that a filter selects. Nothing is counted before it is needed; tallies are counted once. */
export interface Population extends Counted {
  /** Says which groups will be tallied, so that one walk over the incidents counts them all. */
  expect?(groups: readonly GroupName[]): void;
  /** Combinations of a group over the population, or over all that meet the filter's constraints on other groups than `free`. */
  tally(group: GroupName, free?: GroupName): Tally;
  /** People over the days from `day` to before `next`. */
  peopleOfDays(day: number, next: number, name: CountedPeople): number;
  /** Incidents among some rows over the days from `day` to before `next`. */
  amongDays(rows: RowBitmap, day: number, next: number): number;
  /** The rows of the population, or of all that meet the filter's constraints on other groups than `free`. */
  rows(free?: GroupName): SelectedRows;
  /** Whether a row belongs to the population. */
  holds(row: number): boolean;
  /** Incidents, killed and injured of the days from `day` to before `next`. */
  ofDays(day: number, next: number): FiguresOfDays;
}
