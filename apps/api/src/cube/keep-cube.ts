import { addAbortListener } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { changeCube, type Cube, CubeBuilder } from '@monitor/cube';
import type { CountedIncident } from '@monitor/domain';
import type { Signals } from '@monitor/findings';
import { type Database, type HeldSnapshot, listenToPublication, readCubeChanges, readDatasetVersion } from '@monitor/store';
import { HeldState } from './held-state.ts';
import { readCube } from './read-cube.ts';
import { SignalWatch } from './watch-signals.ts';

/** Milliseconds between looks at the version, for changes of which no notification came. */
const lookEvery = 1000;
/** Milliseconds between looks at a replica that does not have a change yet of which a notification came. */
const lookAtReplica = 25;
/** Milliseconds before the next attempt after a failure. */
const retryAfter = 500;

export interface CubeKeeper {
  /** Tells of changes; the database itself if left out. A replica cannot. */
  readonly told?: Database | undefined;
  /** Reads all published incidents; on this thread if left out. */
  readonly readWhole?: (signal: AbortSignal) => Promise<Cube>;
  /** Takes each new snapshot. */
  readonly publish: (cube: Cube) => void;
  /** Takes the signals of a snapshot, some seconds after it; none are searched for if left out. */
  readonly publishSignals?: (signals: Signals) => void;
  /** Called with the database's state that is held beside the snapshot; see `HeldState`. */
  readonly hold: (held: HeldSnapshot | undefined) => void;
  /** Called with each failure before the next attempt. */
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the published incidents into a cube and keeps it up to date until the signal aborts: it learns of changes by notification,
 * looks at the version every second in case one was missed, applies small changes and reads everything again after large ones.
 * After a failure of the database it keeps trying, and the last snapshot stays in use meanwhile. Signals of the snapshot follow it.
 */
export async function keepCube(database: Database, keeper: CubeKeeper): Promise<void> {
  const {
    told = database,
    readWhole = () => readCube(database, signal),
    publish,
    publishSignals,
    hold,
    onFailure,
    signal,
  } = keeper;
  const bell = new Bell();
  const listening = listenForEver(told, bell, onFailure, signal);
  const state = new HeldState(database, hold);
  const signals = publishSignals && new SignalWatch(publishSignals, onFailure);
  let cube: Cube | undefined;
  while (!signal.aborted) {
    try {
      const fresh = (cube && (await changed(database, cube, signal))) ?? (await readWhole(signal));
      if (fresh !== cube) {
        publish(fresh);
        signals?.watch(fresh);
      }
      cube = fresh;
      await state.keep(fresh.version);
      await bell.rungOr(fresh.version < bell.version ? lookAtReplica : lookEvery, signal);
    } catch (error) {
      if (signal.aborted) break;
      onFailure(error);
      await wait(retryAfter, undefined, { signal }).catch(() => undefined);
    }
  }
  signals?.stop();
  state.release();
  await listening;
}

/** The cube of the version that the database has now; the same cube where it is of that version; undefined if all must be read again. */
async function changed(database: Database, cube: Cube, signal: AbortSignal): Promise<Cube | undefined> {
  if ((await readDatasetVersion(database, { signal })) === cube.version) return cube;
  const { version, outdated, current } = await readCubeChanges(database, cube.version, { signal });
  return outdated && changeCube(cube, { outdated, current: cubeOf(current, version) });
}

function cubeOf(rows: readonly CountedIncident[], version: number): Cube {
  const builder = new CubeBuilder();
  for (const row of rows) builder.add(row);
  return builder.finish(version);
}

/** Keeps a listening connection. While there is none, regular checks of the version take its place. */
async function listenForEver(
  database: Database,
  bell: Bell,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const listener = await listenToPublication(database, (version) => bell.ring(version));
      await new Promise<void>((resolve) => addAbortListener(signal, () => resolve()));
      await listener.stop().catch(() => undefined);
    } catch (error) {
      if (!signal.aborted) onFailure(error);
      await wait(retryAfter, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Wakes a sleeper early. A ring while nobody sleeps wakes the next one at once. */
class Bell {
  #rung = false;
  #wake: (() => void) | undefined;
  /** That of the last ring. */
  version = 0;

  ring(version: number): void {
    this.version = version;
    this.#rung = true;
    this.#wake?.();
  }

  async rungOr(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.#rung) {
      const sleeping = new AbortController();
      this.#wake = () => sleeping.abort();
      await wait(milliseconds, undefined, { signal: AbortSignal.any([signal, sleeping.signal]) }).catch(() => undefined);
      this.#wake = undefined;
    }
    this.#rung = false;
  }
}
