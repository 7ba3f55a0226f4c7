import type { Filter } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { groupNames } from './groups.ts';
import { isConstrained } from './matching-combinations.ts';
import { PeriodPopulation } from './period-population.ts';
import type { Population } from './population.ts';
import type { RowBitmap } from './row-bitmap.ts';
import { daysOf, isOfDaysAndCodes, select } from './select.ts';
import { SelectedPopulation } from './selected-population.ts';

/** The population of a filter. @param found rows that meet `q`; needed where the filter has it */
export function populationOf(cube: Cube, filter: Filter, found?: RowBitmap): Population {
  const { from, to } = daysOf(filter);
  const constrained = groupNames.filter((name) => isConstrained(name, filter));
  const periodOnly = isOfDaysAndCodes(filter);
  if (periodOnly && constrained.length === 0) return new PeriodPopulation(cube, from, to);
  // With one constrained group alone, all other constraints are the period's, whose sums are kept.
  const withoutGroups = periodOnly && constrained.length === 1 ? new PeriodPopulation(cube, from, to) : undefined;
  return new SelectedPopulation(cube, select(cube, filter, found), withoutGroups);
}
