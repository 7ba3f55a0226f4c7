import type { DatasetList } from '@monitor/contract';
import { summaryRequest, timelineRequest } from '../answers/use-answers.ts';
import { queries } from '../api/queries.ts';
import { readExploreState } from '../filter/explore-state.ts';
import { partsOf } from '../screens/explore/parts-of.ts';
import { openingQueryOf } from './opening-period.ts';

/** An answer of the API and the key that it is kept under in the page. */
export interface FirstAnswer {
  readonly key: readonly unknown[];
  readonly data: unknown;
}

/**
 * What the Explore page of an address requests before it can show figures. The build also makes a separate module of this, which the
 * server uses to send the answers with the page, so that the requests are listed only once.
 * @param query query string of the address, without its question mark
 * @param ask gives the answer to a path of the API, from the `/` after its version; rejects if there is none
 */
export async function firstAnswers(query: string, ask: (path: string) => Promise<unknown>): Promise<FirstAnswer[]> {
  const request = queries.datasets();
  const list = (await ask(request.path)) as DatasetList;
  const { state } = readExploreState(query === '' ? (openingQueryOf(list.datasets) ?? '') : query);
  const requests = [summaryRequest(state, partsOf(state.view.measure), list.datasets), timelineRequest(state)];
  const others = requests.map(async ({ path, queryKey }) => ({ key: queryKey, data: await ask(path) }));
  return [{ key: request.queryKey, data: list }, ...(await Promise.all(others))];
}
