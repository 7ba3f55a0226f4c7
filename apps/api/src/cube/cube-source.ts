import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { bytesOf, type Cube } from '@monitor/cube';
import type { Signals } from '@monitor/findings';
import type { HeldSnapshot } from '@monitor/store';
import type { CubeDatabases, CubeMessage } from './cube-thread.ts';

/** Provides the current snapshot of the published incidents. */
export class CubeSource {
  // Any number of requests wait for the first snapshot.
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #cube: Cube | undefined;
  #signals: Signals | undefined;
  /** The database's state that is held for looking up what the snapshot does not know; undefined if there is none. */
  held: HeldSnapshot | undefined;

  /** The latest snapshot; undefined until the first is read. */
  get current(): Cube | undefined {
    return this.#cube;
  }

  /** Bytes of memory of the latest snapshot. */
  get bytes(): number {
    return this.#cube ? bytesOf(this.#cube) : 0;
  }

  /** Puts a new snapshot in the place of the last. Requests under way keep the one they began with. */
  replace(cube: Cube): void {
    this.#cube = cube;
    this.#changes.emit('replaced');
  }

  /** Puts the signals of a snapshot in the place of the last. */
  replaceSignals(signals: Signals): void {
    this.#signals = signals;
    this.#changes.emit('signals');
  }

  /** The signals of this version; undefined until they are found. */
  signalsOf(version: number): Signals | undefined {
    return this.#signals?.datasetVersion === version ? this.#signals : undefined;
  }

  /** The latest signals, of this version or a later one, as soon as there are any. Rejects when the signal aborts. */
  async signalsAtLeast(version: number, signal: AbortSignal): Promise<Signals> {
    while (!this.#signals || this.#signals.datasetVersion < version) await once(this.#changes, 'signals', { signal });
    return this.#signals;
  }

  /** The snapshot as soon as there is one of this version or a later one. Rejects when the signal aborts. */
  async atLeast(version: number, signal: AbortSignal): Promise<Cube> {
    while (!this.#cube || this.#cube.version < version) await once(this.#changes, 'replaced', { signal });
    return this.#cube;
  }
}

/** The thread that keeps a source up to date. */
export interface CubeThread {
  stop(): Promise<void>;
}

/** Milliseconds before a thread that has ended unexpectedly is restarted. */
const restartAfter = 1000;

/**
 * Starts the thread that reads the database and keeps the source up to date; restarts it if it ends unexpectedly.
 * @param onFailure called with each failure; it then retries
 */
export function startCubeThread(databases: CubeDatabases, source: CubeSource, onFailure: (message: string) => void): CubeThread {
  const stopping = new AbortController();
  let thread: Worker | undefined;

  const run = async () => {
    while (!stopping.signal.aborted) {
      thread = new Worker(new URL('./cube-thread.js', import.meta.url), { workerData: databases });
      thread.on('error', (error) => onFailure(String(error)));
      thread.on('message', (message: CubeMessage) => {
        if ('failure' in message) onFailure(message.failure);
        else if ('held' in message) source.held = message.held;
        else if ('signals' in message) source.replaceSignals(message.signals);
        else source.replace(message.snapshot);
      });
      await untilEnded(thread);
      source.held = undefined;
      await wait(restartAfter, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      thread?.postMessage('stop');
      await running;
    },
  };
}

/** A thread reports an error before it ends, so wait for the end even then. */
async function untilEnded(thread: Worker): Promise<void> {
  await new Promise<void>((resolve) => void thread.once('exit', () => resolve()));
}
