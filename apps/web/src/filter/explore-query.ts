import { parseFilter } from '@monitor/contract';
import { type Filter, type Interval, type IsoDate, type Measure, stepPeriod } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { defaultView, type View, writeExploreState } from './explore-state.ts';
import { setMeasure } from './filter-actions.ts';

/** The query string of Explore for the incidents of a filter, those with most of what is counted first. */
export function exploreQuery(filter: Filter, measure: Measure = 'incidents', view: Partial<View> = {}): string {
  return writeExploreState(setMeasure(measure)({ filter, view: { ...defaultView, ...view } }));
}

/** The same of a filter as the API has written it. */
export function exploreAddress(query: string, measure: Measure = 'incidents'): string {
  return measure === 'incidents' ? query : exploreQuery(readFilter(query), measure);
}

/** A filter as the API has written it. */
export function readFilter(query: string): Filter {
  return parseFilter([...new URLSearchParams(query)], [], knownCodes).filter;
}

/** A filter within a step of a series. @param start first day of the step */
export function filterOfStep(filter: Filter, start: IsoDate, interval: Interval): Filter {
  const { from = start, to } = filter;
  const last = stepPeriod(start, interval).to;
  return { ...filter, from: start > from ? start : from, to: to === undefined || last < to ? last : to };
}
