import type { Filter, Measure } from '@monitor/domain';
import { defaultView, writeExploreState } from '../../filter/explore-state.ts';

/** The query of the Explore page that has the same number: its incidents, and what of them is counted. */
export function exploreQuery(filter: Filter, measure: Measure = 'incidents'): string {
  return writeExploreState({ filter, view: { ...defaultView, measure } });
}
