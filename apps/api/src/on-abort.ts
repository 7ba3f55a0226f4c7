/**
 * Calls something when a signal aborts, until what is returned is called: a signal that lives longer than what waits for it would keep a
 * listener of each.
 */
export function onAbort(signal: AbortSignal, call: (reason: Error) => void): () => void {
  const listener = () => call(signal.reason as Error);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}
