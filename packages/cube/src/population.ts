import type { Clustering, CountedPeople, Figures } from '@monitor/domain';
import type { Amounts } from './amounts.ts';
import type { GroupName } from './groups.ts';
import type { People } from './people.ts';
import type { Tally } from './tally.ts';

/** The incidents that a filter selects. Nothing is counted before it is needed; tallies are counted once. */
export interface Population {
  readonly incidents: number;
  people(): People;
  /** How people are gathered in incidents. */
  clustering(name: CountedPeople): Clustering;
  /** Says which groups will be tallied, so that one walk over the incidents counts them all. */
  expect?(groups: readonly GroupName[]): void;
  /** Combinations of a group over the population. */
  tally(group: GroupName): Tally;
  /** The same over all that meet the filter's constraints on other groups than `own`, which is the group itself where left out. */
  tallyWithoutOwn(group: GroupName, own?: GroupName): Tally;
  /** Sums of amounts by combination of a group. */
  amounts(group: GroupName, amounts: Amounts): Float64Array;
  /** The same over all that meet the filter's constraints on other groups. */
  amountsWithoutOwn(group: GroupName, amounts: Amounts): Float64Array;
  /** The sum of amounts over the days from `day` to before `next`. */
  amountOfDays(day: number, next: number, amounts: Amounts): number;
  /** Whether a row belongs to the population. */
  holds(row: number): boolean;
  /** Incidents, killed and injured of the days from `day` to before `next`. */
  ofDays(day: number, next: number): Figures;
}
