import { filterQuery } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { defaultView, type View } from './explore-state.ts';
import type { Explore } from './use-explore.ts';

/* For tests. */

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
