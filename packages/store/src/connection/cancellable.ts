/** A statement as the driver gives it: sent when it is waited for. */
interface Query<Result> extends PromiseLike<Result> {
  cancel(): void;
  /** What `cancel` does once; the driver then takes it away. */
  canceller?: unknown;
}

/**
 * Milliseconds that a statement has to end after an abort. A cancel request names a connection: one that comes when the statement has
 * ended hits whatever runs there next, and most statements end sooner than it would come. One that comes before the server has begun the
 * statement is lost, so it is sent again each time that twice as long has passed.
 */
const patience = 50;

/**
 * Waits for statements of one connection, which may be sent before the one ahead of them has ended. On abort the oldest is cancelled on
 * the server and rejects with the server's error; those behind it fail with its transaction, since the driver can cancel none that the
 * server has not begun: it would never settle. None is sent after the abort.
 */
export function cancellable(signal: AbortSignal | undefined): <Result>(query: Query<Result>) => Promise<Result> {
  const sent: Query<unknown>[] = [];
  return async (query) => {
    signal?.throwIfAborted();
    sent.push(query);
    let timer: NodeJS.Timeout | undefined;
    const { canceller } = query;
    const cancelAfter = (pause: number) => {
      timer = setTimeout(() => {
        if (sent[0] === query) {
          query.canceller = canceller;
          query.cancel();
        }
        cancelAfter(2 * pause);
      }, pause);
    };
    const cancel = () => cancelAfter(patience);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await query;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      sent.splice(sent.indexOf(query), 1);
    }
  };
}

/** The promise, or a rejection with the signal's reason as soon as it aborts. */
export async function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
