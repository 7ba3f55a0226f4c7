import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Cube } from '@monitor/cube';

/**
 * Reads all published incidents on a separate thread that ends afterwards. Returns the cube, in shared memory.
 * Rejects where reading fails or the signal aborts.
 */
export async function readOnThread(databaseUrl: string, signal: AbortSignal): Promise<Cube> {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: databaseUrl });
  try {
    let cube: Cube | undefined;
    thread.once('message', (read: Cube) => (cube = read));
    // Waited for from the beginning: on a busy machine message and end come at one moment. Rejects on an error of the thread too.
    await once(thread, 'exit', { signal });
    if (!cube) throw new Error('The reading thread ended without a result.');
    return cube;
  } finally {
    await thread.terminate();
  }
}
