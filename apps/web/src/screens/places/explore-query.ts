import { filterQuery } from '@monitor/contract';
import type { Filter, Measure } from '@monitor/domain';
import { defaultView, writeExploreState } from '../../filter/explore-state.ts';
import { setMeasure } from '../../filter/filter-actions.ts';
import { withoutPlace } from '../../filter/place-address.ts';

/** The query string of Explore for the incidents of a filter. */
export function exploreQuery(filter: Filter, measure: Measure = 'incidents'): string {
  return writeExploreState(setMeasure(measure)({ filter, view: defaultView }));
}

/** The query string of the page of a place, or of all places, under the rest of a filter. */
export function placeQuery(filter: Filter): string {
  return filterQuery(withoutPlace(filter));
}
