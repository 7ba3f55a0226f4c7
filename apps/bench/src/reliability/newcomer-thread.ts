import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Milliseconds between health checks, and after which one counts as failed. */
const every = 200;
const patience = 60_000;

/**
 * Checks the health of a server at a steady pace, each time on a connection of its own, and says how many milliseconds each check took;
 * infinitely many where it failed. On a thread of its own, so that the clients in this process do not hold it up.
 */
const address = String(workerData);
for (;;) {
  const start = performance.now();
  parentPort?.postMessage((await isHealthy()) ? performance.now() - start : Infinity);
  await wait(Math.max(0, start + every - performance.now()));
}

async function isHealthy(): Promise<boolean> {
  try {
    const headers = { 'X-Forwarded-For': '198.51.100.1' };
    const request = get(`${address}/health/ready`, { agent: false, timeout: patience, headers });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    await answer.resume().toArray();
    return answer.statusCode === 200;
  } catch {
    return false;
  }
}
