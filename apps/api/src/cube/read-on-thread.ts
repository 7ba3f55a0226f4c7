import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Cube } from '@monitor/cube';

/** What a reading thread is given. */
export interface Reading {
  readonly databaseUrl: string;
  /** Whether it gives way to requests. There are none to give way to until there is a snapshot. */
  readonly givesWay: boolean;
}

/**
 * Reads all published incidents on a separate thread that ends afterwards. Returns the cube, in shared memory.
 * Rejects where reading fails or the signal aborts.
 */
export async function readOnThread(reading: Reading, signal: AbortSignal): Promise<Cube> {
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData: reading });
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
