import type { Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { View } from '../filter/explore-state.ts';
import { neededPlace, type NeededPlace } from '../filter/pictures.ts';

/** Incidents of a filter that a picture of the map cannot show. */
export interface MissingOnMap {
  /** What is not known of their place. */
  readonly without: NeededPlace;
  readonly count: number;
}

/** What the picture that is chosen leaves out of an answer; undefined if the answer does not say. @param filter of the answer */
export function missingOnMap(
  view: Pick<View, 'layer' | 'spots'>,
  { totals, facets }: Pick<Summary, 'totals' | 'facets'>,
  filter: Filter,
): MissingOnMap | undefined {
  const without = neededPlace(view);
  if (without === 'point') return { without, count: totals.withoutPoint };
  // Every incident has a location, and one of chosen regions has a region.
  if (without === 'location' || filter.region !== undefined) return { without, count: 0 };
  const known = facets.region?.reduce((sum, { incidents }) => sum + incidents, 0);
  return known === undefined ? undefined : { without, count: totals.incidents - known };
}
