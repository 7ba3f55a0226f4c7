import { parseFilter } from '@monitor/contract';
import type { Filter, Measure } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { defaultView, writeExploreState } from './explore-state.ts';
import { setMeasure } from './filter-actions.ts';

/** The query string of Explore for the incidents of a filter, those with most of what is counted first. */
export function exploreQuery(filter: Filter, measure: Measure = 'incidents'): string {
  return writeExploreState(setMeasure(measure)({ filter, view: defaultView }));
}

/** The same of a filter as the API has written it. */
export function exploreAddress(query: string, measure: Measure = 'incidents'): string {
  return measure === 'incidents' ? query : exploreQuery(readFilter(query), measure);
}

/** A filter as the API has written it. */
export function readFilter(query: string): Filter {
  return parseFilter([...new URLSearchParams(query)], [], knownCodes).filter;
}
