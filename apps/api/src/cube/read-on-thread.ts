import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Reads all published incidents on a thread of its own that ends afterwards. Returns the encoded cube. Rejects where reading fails or
 * the signal aborts.
 */
export async function readOnThread(databaseUrl: string, signal: AbortSignal): Promise<SharedArrayBuffer> {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: databaseUrl });
  try {
    let snapshot: SharedArrayBuffer | undefined;
    thread.once('message', (told: SharedArrayBuffer) => (snapshot = told));
    // Waited for from the beginning: on a busy machine message and end come at one moment. Rejects on an error of the thread too.
    await once(thread, 'exit', { signal });
    if (!snapshot) throw new Error('The reading thread ended without an answer.');
    return snapshot;
  } finally {
    await thread.terminate();
  }
}
