import type { Clustering, Figures, Filter } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { facetsOfGroup, type GroupName, groupNames } from './groups.ts';
import type { People } from './harm.ts';
import { passingCombinations } from './passing.ts';
import { PeriodPopulation } from './period-population.ts';
import type { RowBitmap } from './row-bitmap.ts';
import { daysOf, select } from './select.ts';
import { SelectedPopulation } from './selected-population.ts';
import type { Tally } from './tally.ts';

/** The incidents that a filter selects. Nothing is counted before it is asked for; tallies are counted once. */
export interface Population {
  readonly incidents: number;
  people(): People;
  /** How people are gathered in incidents. */
  clustering(name: 'killed' | 'injured'): Clustering;
  /** Combinations of a group over the population. */
  tally(group: GroupName): Tally;
  /** The same over all that meet the filter's constraints on other groups. */
  tallyWithoutOwn(group: GroupName): Tally;
  /** Whether a row belongs to the population. */
  holds(row: number): boolean;
  /** Incidents, killed and injured of the days from `day` to before `next`. */
  ofDays(day: number, next: number): Figures;
}

/** The population of a filter. @param found rows that meet `q` and `within`; needed where the filter has either */
export function populationOf(cube: Cube, filter: Filter, found?: RowBitmap): Population {
  const { from, to } = daysOf(filter);
  const constrained = groupNames.filter((name) => passingCombinations(cube.groups[name], facetsOfGroup[name], filter));
  const periodOnly = filter.min_victims === undefined && filter.bbox === undefined && !found;
  if (periodOnly && constrained.length === 0) return new PeriodPopulation(cube, from, to);
  // With one constrained group alone, all other constraints are the period's, whose sums are kept.
  const withoutGroups = periodOnly && constrained.length === 1 ? new PeriodPopulation(cube, from, to) : undefined;
  return new SelectedPopulation(cube, select(cube, filter, found), withoutGroups);
}
