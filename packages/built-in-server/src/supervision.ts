import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { endServer, hasEnded, responds } from './server-process.ts';

/** How often the server is looked at, and how long it may take to respond, in milliseconds. */
export interface Watch {
  readonly every: number;
  readonly patience: number;
}

/** Long enough that a server on a busy machine does not pass for one that is stuck. */
export const defaultWatch: Watch = { every: 5_000, patience: 15_000 };
/** Looks in a row that found no response before the server counts as stuck. */
const mostSilent = 2;

/** Milliseconds before the next start, at most, and after which a server counts as one that works. */
const [longestPause, soundAfter] = [5_000, 30_000];

/** Milliseconds before a start, after this many that were of no use. */
function pauseBefore(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(50 * 2 ** attempt, longestPause);
}

export interface Supervised {
  readonly port: number;
  readonly watch: Watch;
  /** Starts the server; rejects with an error whose message is the reason. */
  readonly start: (signal: AbortSignal) => Promise<ChildProcess>;
  readonly isDiskFull: () => Promise<boolean>;
  /** Given a line when the server is found down, at each start that fails, and when it runs again. */
  readonly onTrouble: (message: string) => void;
}

/** A server that is started again whenever it is down, until it is to stop. */
export interface Supervisor {
  /** The server that runs now, or was the last to run. */
  readonly current: () => ChildProcess;
  /** Why the server cannot be used now, as a sentence that tells nothing of this machine; undefined if it can. */
  readonly trouble: () => string | undefined;
  /** Ends the supervision; the server, if there is one, goes on. */
  readonly end: () => Promise<void>;
}

/** Looks after a server. Never keeps the process alive. */
export function supervise(first: ChildProcess, { port, watch, start, isDiskFull, onTrouble }: Supervised): Supervisor {
  const stopping = new AbortController();
  const { signal } = stopping;
  let server = first;
  let trouble: string | undefined;

  async function keepRunning(): Promise<void> {
    for (let failed = 0; ;) {
      const begun = performance.now();
      const cause = await untilDown(server, port, watch, signal);
      if (signal.aborted) return;
      trouble = 'The database stopped and is being started again.';
      onTrouble(`The built-in PostgreSQL ${cause}. Starting it again.`);
      if (performance.now() - begun > soundAfter) failed = 0;
      await endServer(server, 'SIGKILL');
      for (let isUp = false; !isUp; failed += 1) {
        await sleep(pauseBefore(failed), undefined, { signal, ref: false }).catch(() => undefined);
        if (signal.aborted) return;
        try {
          server = await start(signal);
          isUp = true;
        } catch (error) {
          if (signal.aborted) return;
          trouble = (await isDiskFull())
            ? 'The disk of the database is full. It is started again once there is room.'
            : 'The database stopped and could not be started again yet. The server keeps trying.';
          onTrouble(`${error instanceof Error ? error.message : String(error)} Trying again.`);
        }
      }
      trouble = undefined;
      onTrouble('The built-in PostgreSQL is running again.');
    }
  }

  const running = keepRunning();
  return {
    current: () => server,
    trouble: () => trouble,
    async end() {
      stopping.abort();
      await running;
    },
  };
}

/** Waits until a server has ended or is stuck, and says which. Returns early when the signal aborts. */
async function untilDown(server: ChildProcess, port: number, { every, patience }: Watch, signal: AbortSignal): Promise<string> {
  const looked = new AbortController();
  const until = AbortSignal.any([signal, looked.signal]);
  const ended = once(server, 'exit', { signal: until }).catch(() => undefined);
  for (let silent = 0; !hasEnded(server) && !signal.aborted && silent < mostSilent;) {
    await Promise.race([ended, sleep(every, undefined, { signal: until, ref: false }).catch(() => undefined)]);
    if (hasEnded(server) || signal.aborted) break;
    silent = (await Promise.race([ended.then(() => true), responds(port, patience)])) ? 0 : silent + 1;
  }
  looked.abort();
  const { exitCode, signalCode } = server;
  if (signalCode !== null) return `was ended by ${signalCode}`;
  return exitCode === null ? 'does not respond' : `ended with the code ${exitCode}`;
}
