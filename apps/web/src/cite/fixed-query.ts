import type { Period } from '@monitor/domain';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';

/**
 * The query string of a view with its period as two days: a period that is open at an end, or left to the page, would be another one
 * when the data has grown.
 * @param query that of the view
 * @param period what the figures of the view cover; null where there are none
 */
export function fixedQuery(query: string, period: Period | null): string {
  const { filter, view } = readExploreState(query).state;
  return writeExploreState({ filter: period === null ? filter : { ...filter, ...period }, view });
}
