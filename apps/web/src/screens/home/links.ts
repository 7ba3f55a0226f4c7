import { filterQuery } from '@monitor/contract';
import type { Filter, Measure, Period } from '@monitor/domain';
import { defaultView, writeExploreState } from '../../filter/explore-state.ts';

/** The query of the Explore page that has the same number: its incidents, and what of them is counted. */
export function exploreQuery(filter: Filter, measure: Measure = 'incidents'): string {
  return writeExploreState({ filter, view: { ...defaultView, measure } });
}

/** The query of the pages of places over the period of the front door. */
export function placesQuery({ from, to }: Period): string {
  return filterQuery({ from, to });
}
