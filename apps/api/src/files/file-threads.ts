import { on, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DatabaseError } from '@monitor/store';
import type { Failure, FromThread, ToThread } from './file-messages.ts';
import type { FileOrder, MadeFile, MakeFile, Piece } from './make-file.ts';

/** Pieces that a thread may be ahead of its reader, a tenth of a megabyte each. */
const ahead = 4;
/** Threads that wait for the next file. Starting one takes most of a second of the processor. */
const mostIdle = 2;
/** Milliseconds for which they wait: what the last file has left in their memory is given back then. */
const longestIdle = 30_000;
/** Milliseconds that a thread has to end what nobody wants any more. */
const longestEnding = 10_000;
/** Millions of bytes. Files need less; a limit makes the thread collect its garbage early. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 64 } as const;

/** Threads that write files, each with a connection to the database of its own. */
export interface FileThreads {
  readonly make: MakeFile;
  readonly stop: () => Promise<void>;
}

/** Starts a thread for each file that is written at a time. Two that have nothing to do stay, so that the next file begins at once. */
export function fileThreads(databaseUrl: string): FileThreads {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const leaving = new Map<Worker, NodeJS.Timeout>();

  function start(): Worker {
    const thread = new Worker(new URL('./file-thread.js', import.meta.url), {
      execArgv: [],
      workerData: databaseUrl,
      resourceLimits,
    });
    all.add(thread);
    // An error reaches whoever reads the messages; without a listener it would end the process.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      all.delete(thread);
      clearTimeout(leaving.get(thread));
      leaving.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    });
    return thread;
  }

  function take(): Worker {
    const thread = idle.pop();
    if (thread === undefined) return start();
    clearTimeout(leaving.get(thread));
    return thread;
  }

  function giveBack(thread: Worker): void {
    if (idle.length >= mostIdle || !all.has(thread)) {
      void thread.terminate();
      return;
    }
    idle.push(thread);
    const over = setTimeout(() => {
      if (idle.includes(thread)) void thread.terminate();
    }, longestIdle).unref();
    leaving.set(thread, over);
  }

  async function make(order: FileOrder, signal: AbortSignal): Promise<MadeFile> {
    signal.throwIfAborted();
    const thread = take();
    const tell = (message: ToThread) => thread.postMessage(message);
    const messages = on(thread, 'message', { close: ['exit'] }) as AsyncIterableIterator<[FromThread], undefined>;
    let isOver = false;
    let sayOver = () => {};
    const over = new Promise<void>((resolve) => (sayOver = resolve));
    const next = async (): Promise<FromThread> => {
      const { value } = await messages.next();
      if (value === undefined) throw new Error('The thread that writes files has ended.');
      const [message] = value;
      if (isLast(message)) {
        isOver = true;
        sayOver();
      }
      return message;
    };
    let closing: Promise<void> | undefined;
    const close = () => (closing ??= end());
    /** Whatever is on its way is left unread; the thread is used again once it says that it is done. */
    async function end(): Promise<void> {
      signal.removeEventListener('abort', stop);
      const late = new AbortController();
      if (!isOver) tell('stop');
      // The last message may go to whoever was reading the file.
      const last = (async () => {
        while (!isLast(await next()));
      })();
      await Promise.race([over, last, wait(longestEnding, undefined, { signal: late.signal, ref: false })]).catch(() => undefined);
      late.abort();
      await messages.return?.();
      if (isOver) giveBack(thread);
      else await thread.terminate();
    }
    const stop = () => tell('stop');
    signal.addEventListener('abort', stop, { once: true });

    /** The next message that is no failure. */
    async function answer(): Promise<FromThread> {
      const message = await next();
      if (message !== 'done' && 'failure' in message) {
        signal.throwIfAborted();
        throw errorOf(message.failure);
      }
      return message;
    }

    async function* pieces(): AsyncGenerator<Piece, void, undefined> {
      for (let sent = 0; sent < ahead; sent += 1) tell('more');
      for (let message = await answer(); message !== 'done'; message = await answer()) {
        if (!('piece' in message)) continue;
        yield message.piece;
        tell('more');
      }
    }

    try {
      tell({ order });
      const first = await answer();
      if (first === 'done' || !('head' in first)) throw new Error('The thread that writes files has not begun.');
      return { ...first.head, pieces: pieces(), close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  return {
    make,
    async stop() {
      await Promise.all([...all].map(async (thread) => Promise.all([once(thread, 'exit'), thread.terminate()])));
    },
  };
}

function isLast(message: FromThread): boolean {
  return message === 'done' || 'failure' in message;
}

function errorOf({ name, message, code }: Failure): Error {
  if (name === 'DatabaseError') return new DatabaseError(message);
  return Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
}
