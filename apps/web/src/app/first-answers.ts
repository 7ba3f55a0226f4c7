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

/** Gives the answer to a path of the API, from the `/` after its version; rejects if there is none. */
export type Ask = (path: string) => Promise<unknown>;

/**
 * What the Explore page of an address requests before it can show figures, and the query that it then opens on.
 * @param query query string of the address, without its question mark
 */
export async function findFirstAnswers(query: string, ask: Ask): Promise<{ opened: string; answers: readonly FirstAnswer[] }> {
  const request = queries.datasets();
  const list = (await ask(request.path)) as DatasetList;
  const opened = query === '' ? (openingQueryOf(list.datasets) ?? '') : query;
  const { state } = readExploreState(opened);
  const requests = [summaryRequest(state, partsOf(state.view.measure), list.datasets), timelineRequest(state)];
  const others = requests.map(async ({ path, queryKey }) => ({ key: queryKey, data: await ask(path) }));
  return { opened, answers: [{ key: request.queryKey, data: list }, ...(await Promise.all(others))] };
}
