import { readdir, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder } from './binaries.ts';
import { BuiltInServerError } from './built-in-server-error.ts';
import { inUse, type Ownership } from './ownership.ts';
import { isPostgres, readPostmasterFile, removePostmasterFile } from './postmaster-file.ts';
import { exists, runningProcess } from './running-process.ts';

/** Milliseconds that processes of a server that is gone have to end by themselves, and then to be gone after they were ended. */
const [longestEnding, longestDying] = [1_000, 30_000];
const interval = 20;

/**
 * Makes sure that no process of an earlier server works in the cluster of a data folder, and that no `postmaster.pid` is in the way of
 * the next one. A server that an owner left behind is stopped: nobody uses it any more. For the owner of the folder alone.
 *
 * Throws `BuiltInServerError` where a server runs that was started by other means, which is never touched.
 * @param stop stops the server cleanly
 */
export async function clearWay(folder: string, owner: Ownership, stop: () => Promise<void>): Promise<void> {
  const recorded = (await readPostmasterFile(folder))?.pid;
  if (recorded !== undefined && (await isLeft(recorded))) {
    if (!owner.hasLeft(recorded)) throw inUse(folder, recorded);
    await stop();
  }
  await endProcesses(folder);
  // PostgreSQL refuses to start where the file is empty, and where its number belongs to another program or to a process that has ended
  // but of whose end nobody has taken note. If there is no process it compares more than numbers, so that is left to it.
  if (recorded === undefined || exists(recorded)) await removePostmasterFile(folder);
}

/** Whether a server still runs, once a process that is just ending has had time to go. */
async function isLeft(pid: number): Promise<boolean> {
  for (let waited = 0; ; waited += interval) {
    const found = await runningProcess(pid);
    if (found === undefined || !isPostgres(found)) return false;
    if (!found.ending || waited > longestDying) return true;
    await sleep(interval);
  }
}

/**
 * Waits until all processes of a server whose first process is gone have ended too, as they do by themselves; ends those that do not.
 * The next server could not use their memory, and what they write would harm it. On Linux only; elsewhere PostgreSQL looks itself.
 */
async function endProcesses(folder: string): Promise<void> {
  for (let waited = 0; ; waited += interval) {
    const left = await processesIn(folder);
    if (left.length === 0) return;
    if (waited > longestEnding + longestDying)
      throw new BuiltInServerError(
        `Process ${left[0]} of an earlier PostgreSQL in ${folder} does not end. End that process yourself, then start again.`,
      );
    if (waited > longestEnding) for (const pid of left) end(pid);
    await sleep(interval);
  }
}

/** Ends a process by force; one that is gone is left alone. */
export function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/** PostgreSQL's processes that work in the cluster of a data folder, which is where all of them are. */
async function processesIn(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const cluster = await stat(clusterFolder(folder));
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const place = await stat(`/proc/${pid}/cwd`).catch(() => undefined);
      if (place?.ino !== cluster.ino || place.dev !== cluster.dev) return undefined;
      const running = await runningProcess(pid);
      return running && isPostgres(running) ? pid : undefined;
    }),
  );
  return found.filter((pid) => pid !== undefined);
}
