import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Reads all published incidents on a thread of its own that ends afterwards. Returns the encoded cube. Rejects where reading fails or
 * the signal aborts.
 */
export async function readOnThread(databaseUrl: string, signal: AbortSignal): Promise<SharedArrayBuffer> {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: databaseUrl });
  try {
    // Both reject on an error of the thread too.
    const [snapshot] = (await once(thread, 'message', { signal })) as [SharedArrayBuffer];
    await once(thread, 'exit');
    return snapshot;
  } finally {
    await thread.terminate();
  }
}
