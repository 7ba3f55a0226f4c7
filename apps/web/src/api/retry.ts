import { ask, RequestError } from './request.ts';

/* How long the page keeps trying before it says that something failed, the same for answers and for tiles of the map. */

/** Milliseconds. */
const second = 1000;

/** The longest wait before a retry that is not shown to the person. */
const longestSilentWait = 3 * second;

/** Milliseconds that the server asked us to wait; 0 where it did not say. */
export function askedToWait(error: Error | null): number {
  return error instanceof RequestError ? (error.retryAfter ?? 0) * second : 0;
}

/** One retry for what may be a passing failure, three where we were asked to slow down, none if a retry would not help. */
export function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof RequestError) || askedToWait(error) > longestSilentWait) return false;
  if (error.kind === 'busy') return failures < 3;
  return (error.kind === 'unreachable' || error.kind === 'failed') && failures < 1;
}

/** Milliseconds until the retry after so many failures before this one. */
export function retryDelay(failures: number, error: Error): number {
  return Math.max(400 * 2 ** failures, askedToWait(error));
}

/** An answer that says yes, after as many retries as make sense. Throws as `ask` does. */
export async function askPatiently(address: string, request: RequestInit & { readonly signal: AbortSignal }): Promise<Response> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await ask(address, request);
    } catch (error) {
      if (request.signal.aborted || !(error instanceof Error) || !shouldRetry(failures, error)) throw error;
      await pause(retryDelay(failures, error), request.signal);
    }
  }
}

/** Rejects with the signal's reason as soon as it aborts. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
  signal.throwIfAborted();
}
