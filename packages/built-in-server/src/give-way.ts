import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Priority of PostgreSQL, as operating systems count it: behind whatever takes and sends requests. A crowd would otherwise take all of its
 * turns, so that it could not even say that too much is requested.
 */
export const priorityOfServer = 10;

/** Milliseconds between looks for new processes. Without rights of its own, a user may change one every tenth of a second. */
const lookEvery = 1000;

/**
 * Has PostgreSQL give way, for as long as it runs. Each of its processes is a session of its own, and Linux may share the processors among
 * sessions before it looks at the priorities within them (`autogroup` in sched(7)), so sessions are given the same priority.
 */
export function giveWay(server: ChildProcess): void {
  const { pid } = server;
  if (pid === undefined) return;
  try {
    if (getPriority(pid) < priorityOfServer) setPriority(pid, priorityOfServer);
  } catch {
    // Not allowed, or it has ended: it is as good as the others.
  }
  let known = new Set<string>();
  const looking = setInterval(() => {
    try {
      const all = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
      known = new Set(all.filter((one) => known.has(one)));
      for (const one of all) {
        if (one === '' || known.has(one)) continue;
        writeFileSync(`/proc/${one}/autogroup`, String(priorityOfServer));
        known.add(one);
      }
    } catch {
      // No such sessions, or the next one has to wait for the next look.
    }
  }, lookEvery).unref();
  server.once('exit', () => clearInterval(looking));
}
