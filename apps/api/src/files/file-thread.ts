/* Writes one file at a time, apart from what answers requests: its garbage would make the memory of these grow. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Database, openDatabase } from '@monitor/store';
import { lowerPriority } from '../lower-priority.ts';
import { onAbort } from '../on-abort.ts';
import type { Failure, FromThread, ToThread } from './file-messages.ts';
import { type FileOrder, makeFileHere } from './make-file.ts';

lowerPriority('files');
let opened: Promise<Database> | undefined;
/** Opened with the first file, so that a database that is away fails that file and not the thread. */
async function openedDatabase(): Promise<Database> {
  opened ??= openDatabase(workerData as string, { connections: 1 });
  opened.catch(() => (opened = undefined));
  return opened;
}

const say = (message: FromThread, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);

/** Leave to send pieces, which the reader gives one by one. */
class Leave {
  #left = 0;
  #wake = () => {};

  give(): void {
    this.#left += 1;
    this.#wake();
  }

  /** Takes one, waiting for it where there is none. Rejects when the signal aborts. */
  async take(signal: AbortSignal): Promise<void> {
    while (this.#left === 0 && !signal.aborted) {
      let forget = () => {};
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        forget = onAbort(signal, () => resolve());
      });
      forget();
    }
    signal.throwIfAborted();
    this.#left -= 1;
  }
}

let stopping = new AbortController();
let leave = new Leave();

parentPort?.on('message', (message: ToThread) => {
  if (message === 'stop') stopping.abort();
  else if (message === 'more') leave.give();
  else void write(message.order);
});

async function write(order: FileOrder): Promise<void> {
  stopping = new AbortController();
  leave = new Leave();
  const { signal } = stopping;
  try {
    const { pieces, close, ...head } = await makeFileHere(await openedDatabase())(order, signal);
    try {
      say({ head });
      for await (const piece of pieces) {
        await leave.take(signal);
        say({ piece }, [piece.buffer]);
      }
    } finally {
      await close();
    }
    say('done');
  } catch (error) {
    // A statement that was cancelled before it began leaves the driver's connection without an answer for ever.
    await forgetDatabase();
    say({ failure: failureOf(error) });
  }
}

/** Ends the connection; the next file opens one of its own. */
async function forgetDatabase(): Promise<void> {
  const last = opened;
  opened = undefined;
  await last?.then((database) => database.close(0)).catch(() => undefined);
}

function failureOf(error: unknown): Failure {
  const { name, message, code } = error as Error & { readonly code?: unknown };
  return { name, message, code: typeof code === 'string' ? code : undefined };
}
