import { Session } from 'node:inspector';
import { performance } from 'node:perf_hooks';

/** Milliseconds between two looks at what a thread does. */
const defaultInterval = 10_000;
/** Share of the time for which a thread works, from which on it is busy, and up to which it is at rest. */
const busyFrom = 0.1;
const restUpTo = 0.05;

/**
 * Gives back the memory that work has left behind on the thread that calls it, once that has been busy and is at rest again. V8 collects
 * garbage when it needs room, so what a crowd has left would lie there until the next one comes.
 * @param letGo drops what is kept for a crowd alone
 */
export function collectAtRest(letGo?: () => void, interval = defaultInterval): void {
  // Starting is work.
  let hasWorked = true;
  let last = performance.eventLoopUtilization();
  const look = () => {
    const { utilization } = performance.eventLoopUtilization(last);
    last = performance.eventLoopUtilization();
    if (utilization >= busyFrom) hasWorked = true;
    if (!hasWorked || utilization > restUpTo) return;
    hasWorked = false;
    letGo?.();
    collectGarbage();
  };
  setInterval(look, interval).unref();
}

/** Collects all of it soon, with what V8 keeps in reserve for new objects, which `gc()` leaves. Holds up the thread for some 0.2 s. */
export function collectGarbage(): void {
  const session = new Session();
  session.connect();
  // Not at once, since a session that is told of the end holds a lock that its own end would wait for.
  session.post('HeapProfiler.collectGarbage', () => setImmediate(() => session.disconnect()));
}
