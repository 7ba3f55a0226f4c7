/** A statement as the driver gives it: sent when it is waited for. */
interface Query<Result> extends PromiseLike<Result> {
  cancel(): void;
}

/** Waits for a statement; on abort it is cancelled on the server, and rejects with the server's error. None is sent after the abort. */
export async function cancellable<Result>(query: Query<Result>, signal: AbortSignal | undefined): Promise<Result> {
  signal?.throwIfAborted();
  const cancel = () => query.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await query;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** The promise, or a rejection with the signal's reason as soon as it aborts. */
export async function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
