import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after which something counts as lost. */
const patience = 180_000;

/** Waits until something holds; false if it does not within a while. */
export async function until(holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if (await holds()) return true;
    await sleep(20);
  }
  return false;
}
