import { defaultView, writeExploreState } from '../../filter/explore-state.ts';
import { setMeasure } from '../../filter/filter-actions.ts';
import type { Comparison } from '../../figures/notable-changes.ts';

/** Query string of the incidents behind a comparison, those with most of what it counts first. */
export function incidentsBehind({ filter, measure }: Pick<Comparison, 'filter' | 'measure'>): string {
  return writeExploreState(setMeasure(measure)({ filter, view: defaultView }));
}
