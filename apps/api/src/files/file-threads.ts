import { addAbortListener } from 'node:events';
import { DatabaseError, untilAborted } from '@monitor/store';
import { Thread } from '../threads.ts';
import type { FileWriting } from './file-thread.ts';
import type { FileOrder, MadeFile, Piece } from './make-file.ts';

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

type FileThread = Thread<FileWriting>;

/**
 * Starts a thread for each file that is written at a time, each with a connection to the database of its own. Two that have nothing to do
 * stay, so that the next file begins at once.
 */
export function fileThreads(databaseUrl: string) {
  const all = new Set<FileThread>();
  const idle = new Map<FileThread, NodeJS.Timeout>();

  /** Makes a thread that is idle one that is not. */
  function wake(thread: FileThread): FileThread {
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    return thread;
  }

  function take(): FileThread {
    const last = [...idle.keys()].at(-1);
    if (last) return wake(last);
    const options = { workerData: databaseUrl, resourceLimits };
    const thread: FileThread = new Thread(new URL('./file-thread.js', import.meta.url), options);
    all.add(thread);
    thread.onceEnded(() => all.delete(wake(thread)));
    return thread;
  }

  function giveBack(thread: FileThread): void {
    if (idle.size >= mostIdle) void thread.stop();
    else if (!thread.hasEnded) idle.set(thread, setTimeout(() => void wake(thread).stop(), longestIdle).unref());
  }

  async function make(order: FileOrder, signal: AbortSignal): Promise<MadeFile> {
    signal.throwIfAborted();
    const thread = take();
    let isWhole = false;
    let closing: Promise<void> | undefined;
    const close = () => (closing ??= end());
    const leaving = addAbortListener(signal, () => void close());

    async function end(): Promise<void> {
      leaving[Symbol.dispose]();
      const ended = untilAborted(thread.call('end', [isWhole]), AbortSignal.timeout(longestEnding));
      await ended.then(
        () => giveBack(thread),
        () => thread.stop(),
      );
    }

    /** What the thread answers, as if it had been called here. */
    const answer = async <Value>(call: Promise<Value>): Promise<Value> => {
      const [answered] = await Promise.allSettled([call]);
      signal.throwIfAborted();
      if (answered.status === 'fulfilled') return answered.value;
      const { name, message } = answered.reason as Error;
      throw name === 'DatabaseError' ? new DatabaseError(message) : answered.reason;
    };

    async function* pieces(): AsyncGenerator<Piece, void, undefined> {
      const next = () => {
        // The thread may have another file by then.
        const piece = answer(closing ? Promise.reject(new Error('The file is closed.')) : thread.call('next', []));
        // A reader that has left does not learn of it.
        piece.catch(() => undefined);
        return piece;
      };
      const coming = Array.from({ length: ahead }, next);
      for (let piece = await coming.shift(); piece !== undefined; piece = await coming.shift()) {
        yield piece;
        coming.push(next());
      }
      isWhole = true;
    }

    try {
      return { ...(await answer(thread.call('begin', [order]))), pieces: pieces(), close };
    } catch (error) {
      await close();
      throw error;
    }
  }

  return {
    make,
    async stop(): Promise<void> {
      await Promise.all([...all].map((thread) => thread.stop()));
    },
  };
}
