/* Runs on a separate thread, so that reading and building never hold up a request. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Cube, moveToSharedMemory } from '@monitor/cube';
import type { Signals } from '@monitor/findings';
import { type Database, DatabaseError, type HeldSnapshot, openDatabase } from '@monitor/store';
import { collectAtRest } from '../collect-at-rest.ts';
import { lowerPriority } from '../lower-priority.ts';
import { keepCube } from './keep-cube.ts';
import { readOnThread } from './read-on-thread.ts';

/** What the thread posts: a new snapshot in shared memory, the signals of a snapshot, the database's state held with it, or a failure before it retries. */
export type CubeMessage =
  | { readonly snapshot: Cube }
  | { readonly signals: Signals }
  | { readonly held: HeldSnapshot | undefined }
  | { readonly failure: string };

/** Where the thread reads. */
export interface CubeDatabases {
  readonly databaseUrl: string;
  /** The database that is written to, if that is a replica of it. */
  readonly primaryUrl: string | undefined;
}

collectAtRest();
const { databaseUrl, primaryUrl } = workerData as CubeDatabases;
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());

const post = (message: CubeMessage) => parentPort?.postMessage(message);

/** Whether there is a snapshot: from then on, reading and building give way to requests. */
let answering = false;
/** Whether this thread gives way to requests too. */
let isLowered = false;

async function keep(database: Database, told: Database | undefined): Promise<void> {
  try {
    await keepCube(database, {
      told,
      signal: stopping.signal,
      hold: (held) => post({ held }),
      publishSignals(signals) {
        post({ signals });
        // The first signals are waited for, as the first snapshot is.
        if (!isLowered) lowerPriority('later');
        isLowered = true;
      },
      onFailure: (error) => post({ failure: messageOf(error) }),
      readWhole: (signal) => readOnThread({ databaseUrl, givesWay: answering }, signal),
      publish(snapshot) {
        moveToSharedMemory(snapshot);
        post({ snapshot });
        answering = true;
      },
    });
  } finally {
    // Nothing runs any more, but the driver waits for a transaction whose connection broke while it held a state.
    await Promise.all([database.close(1), told?.close(1)]);
  }
}

/** What a person needs of a failure of the database; the whole error where it is the program's. */
function messageOf(error: unknown): string {
  return error instanceof DatabaseError ? error.message : String(error);
}

try {
  const told = primaryUrl === undefined ? undefined : await openDatabase(primaryUrl, { connections: 1 });
  await keep(await openDatabase(databaseUrl, { connections: 4, statementTimeout: 0 }), told);
} catch (error) {
  post({ failure: messageOf(error) });
} finally {
  parentPort?.close();
}
