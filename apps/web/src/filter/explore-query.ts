import type { Filter, Measure } from '@monitor/domain';
import { defaultView, writeExploreState } from './explore-state.ts';
import { setMeasure } from './filter-actions.ts';

/** The query string of Explore for the incidents of a filter, those with most of what is counted first. */
export function exploreQuery(filter: Filter, measure: Measure = 'incidents'): string {
  return writeExploreState(setMeasure(measure)({ filter, view: defaultView }));
}
