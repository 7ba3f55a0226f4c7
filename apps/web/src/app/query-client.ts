import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../api/client.ts';

/** Milliseconds. */
const second = 1000;
const pollEvery = 10 * second;

/** The longest wait for another try that a person need not be told of. */
const longestSilentWait = 3 * second;

/** Milliseconds before which the server asked us not to come again; 0 where it did not say. */
function askedToWait(error: Error | null): number {
  return error instanceof RequestError ? (error.retryAfter ?? 0) * second : 0;
}

/** One retry for what may pass by itself, three where we were asked to slow down, none where asking again would not help. */
function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof RequestError) || askedToWait(error) > longestSilentWait) return false;
  if (error.kind === 'busy') return failures < 3;
  return (error.kind === 'unreachable' || error.kind === 'failed') && failures < 1;
}

/**
 * A server that was away or busy is found again without a press of the button. A question that takes too long is left to the
 * person: the server would work as long at it each time.
 */
function pollingInterval(error: Error | null): number | false {
  if (!(error instanceof RequestError) || error.kind === 'refused' || error.kind === 'too_slow') return false;
  return Math.max(pollEvery, askedToWait(error));
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay: (failures, error) => Math.max(400 * 2 ** failures, askedToWait(error)),
        refetchOnWindowFocus: false,
        // The server may be on this machine, which an offline browser still reaches.
        networkMode: 'always',
        refetchInterval: ({ state }) => pollingInterval(state.error),
      },
    },
  });
}
