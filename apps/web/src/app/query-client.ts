import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../api/client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Path of the API, where the server asks for the answer before it sends a page that waits for it: see first-page.tsx. */
      readonly firstPage?: string;
      /** True where the server sends the page without the answer if it does not come at once. */
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
const second = 1000;
const pollEvery = 10 * second;

/** The longest wait before a retry that is not shown to the person. */
const longestSilentWait = 3 * second;

/** Milliseconds that the server asked us to wait; 0 where it did not say. */
function retryDelayOf(error: Error | null): number {
  return error instanceof RequestError ? (error.retryAfter ?? 0) * second : 0;
}

/** One retry for what may be a passing failure, three where we were asked to slow down, none where a retry would not help. */
function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof RequestError) || retryDelayOf(error) > longestSilentWait) return false;
  if (error.kind === 'busy') return failures < 3;
  return (error.kind === 'unreachable' || error.kind === 'failed') && failures < 1;
}

/**
 * Keeps trying a server that was away or busy, so that nobody has to press a button. A request that takes too long is retried by the
 * person only, since the server would work on it as long each time.
 */
function pollingInterval(error: Error | null): number | false {
  if (!(error instanceof RequestError) || error.kind === 'refused' || error.kind === 'too_slow') return false;
  return Math.max(pollEvery, retryDelayOf(error));
}

/** Id of the element of the page with the first answers, which the server fills. */
const firstAnswersId = 'first-answers';

/** What came with the page. */
export function readFirstAnswers(): readonly FirstAnswer[] {
  const came = document.getElementById(firstAnswersId)?.textContent;
  return came ? (JSON.parse(came) as readonly FirstAnswer[]) : [];
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
        retryDelay: (failures, error) => Math.max(400 * 2 ** failures, retryDelayOf(error)),
        refetchOnWindowFocus: false,
        // The server may be on this machine, which an offline browser still reaches.
        networkMode: 'always',
        refetchInterval: ({ state }) => pollingInterval(state.error),
      },
    },
  });
}
