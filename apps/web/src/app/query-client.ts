import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../api/client.ts';

const retryEvery = 10_000;

/** One retry for what may pass by itself, three where we were asked to slow down, none where the server said no. */
function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof RequestError)) return false;
  if (error.status === 429) return failures < 3;
  return error.kind !== 'refused' && failures < 1;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay: (failures) => 400 * 2 ** failures,
        refetchOnWindowFocus: false,
        // The server may be on this machine, which an offline browser still reaches.
        networkMode: 'always',
        // A server that was away is found again without a press of the button.
        refetchInterval: ({ state }) =>
          state.error instanceof RequestError && state.error.kind !== 'refused' ? retryEvery : false,
      },
    },
  });
}
