import type { Summary } from '@monitor/contract';
import type { DimensionName, Filter } from '@monitor/domain';
import { useFacets } from '../api/use-last-answer.ts';
import { useSides } from './use-explore.ts';

/** Counts of the values of some lists under the filter of A, and of B where something is compared. @param change what is left of a filter */
export function useBothFacets(
  change: (filter: Filter) => Filter,
  facets: readonly DimensionName[],
): readonly [Summary['facets'] | undefined, Summary['facets'] | undefined] {
  const { a, b } = useSides();
  const ofA = useFacets(change(a.filter), facets);
  const ofB = useFacets(change((b ?? a).filter), facets, b !== undefined);
  return [ofA, b === undefined ? undefined : ofB];
}
