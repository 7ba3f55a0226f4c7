import { filterQuery } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { defaultView, type View } from '../src/filter/explore-state.ts';
import type { Explore } from '../src/filter/use-explore.ts';

/** The address of a filter, in which nothing can be changed. */
export function madeUpExplore(filter: Filter = {}, changes: Partial<View> = {}): Explore {
  const view = { ...defaultView, ...changes };
  return {
    filter,
    view,
    query: filterQuery(filter),
    problems: [],
    act: () => false,
    actInPlace: () => false,
    openRecord: () => undefined,
    queryAfter: () => '',
    stateAfter: (act) => act({ filter, view }),
  };
}
