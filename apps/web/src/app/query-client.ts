import type { DatasetList } from '@monitor/contract';
import { isHome, siteFocus } from '@monitor/geography';
import { QueryClient } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { askedToWait, retryDelay, shouldRetry } from '../api/retry.ts';
import { RequestError } from '../api/request.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Path of the API, where the server asks for the answer before it sends a page that waits for it: see first-page.tsx. */
      readonly firstPage?: string;
      /** True if the server sends the page without the answer if it does not come at once. */
      readonly isOptional?: boolean;
    };
  }
}

/** An answer of the API and the key that it is kept under in the page. */
export interface FirstAnswer {
  readonly key: readonly unknown[];
  readonly data: unknown;
}

/** Milliseconds. */
const pollEvery = 10_000;

/**
 * Keeps trying a server that was away or busy, so that nobody has to press a button. A request that takes too long is retried by the
 * person only, since the server would work on it as long each time.
 */
function pollingInterval(error: Error | null): number | false {
  if (!(error instanceof RequestError) || error.kind === 'refused' || error.kind === 'too_slow') return false;
  return Math.max(pollEvery, askedToWait(error));
}

/** Milliseconds until the rest of an answer may be there. */
const askRestEvery = 5000;

/** Whether something of an answer is still being calculated. */
export function isPartialAnswer(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'isPartial' in answer && answer.isPartial === true;
}

/** Id of the element of the page with the first answers, which the server fills. */
const firstAnswersId = 'first-answers';

/** What came with the page. */
export function readFirstAnswers(): readonly FirstAnswer[] {
  const came = document.getElementById(firstAnswersId)?.textContent;
  return came ? (JSON.parse(came) as readonly FirstAnswer[]) : [];
}

/** What answers tell of locations outside the region. */
export function locationsIn(answers: readonly FirstAnswer[]): NonNullable<DatasetList['elsewhere']> {
  return answers.flatMap(({ key: [name], data }) => (name === 'datasets' ? ((data as DatasetList).elsewhere ?? []) : []));
}

/** Milliseconds that a page waits for what it must know of locations elsewhere. */
const mostWait = 3000;

/**
 * Waits until the locations and regions of a focus elsewhere are known, where they have not come with the page: an address that names one
 * would be taken for a wrong one.
 */
export async function learnFocusElsewhere(client: QueryClient): Promise<void> {
  const datasets = queries.datasets();
  if (siteFocus().locations.every(isHome) || client.getQueryData(datasets.queryKey) !== undefined) return;
  const known = client.fetchQuery({ ...datasets, retry: false }).catch(() => undefined);
  await Promise.race([known, new Promise((resolve) => window.setTimeout(resolve, mostWait))]);
}

/** A client that knows some answers already. */
export function createQueryClient(answers: readonly FirstAnswer[] = []): QueryClient {
  const client = newClient();
  for (const { key, data } of answers) client.setQueryData(key, data);
  return client;
}

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay,
        refetchOnWindowFocus: false,
        // The server may be on this machine, which an offline browser still reaches.
        networkMode: 'always',
        refetchInterval: ({ state }) => (isPartialAnswer(state.data) ? askRestEvery : pollingInterval(state.error)),
      },
    },
  });
}
