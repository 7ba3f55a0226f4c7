import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { onAbort } from '../on-abort.ts';
import type { ServedRequest } from '../served-request.ts';
import { WaitingLine } from '../waiting-line.ts';
import type { DrawnPage, FromPageThread, ToPageThread } from './page-messages.ts';

/** Pages that are drawn at a time, and threads that do it, at most. */
const mostAtOnce = 2;
/** Milliseconds that a page takes, until the first were measured. */
const firstCost = 150;
/** Milliseconds before a thread that has ended unexpectedly is started again. */
const restartAfter = 1000;
/** Millions of bytes. */
const resourceLimits = { maxOldGenerationSizeMb: 256 } as const;

export interface PageOrder {
  readonly address: string;
  /** Gives the answer to a path of the API, as JSON; undefined where there is none. */
  readonly ask: (path: string) => Promise<string | undefined>;
  /** For whom it is drawn first. */
  readonly served: ServedRequest;
  /** Leaves the line. A page that is being drawn already is drawn to its end, for others. */
  readonly signal: AbortSignal;
}

export interface PageThreads {
  /** Rejects with `NumbersTooBusyError` where too much would have to be drawn before. */
  readonly draw: (order: PageOrder) => Promise<DrawnPage>;
  readonly stop: () => Promise<void>;
}

interface Waiting {
  readonly order: PageOrder;
  /** Called with the milliseconds that it took, of the whole server. */
  readonly pay: (milliseconds: number) => void;
  readonly resolve: (drawn: DrawnPage) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Draws pages on threads of their own, so that they hold up neither health checks nor numbers.
 * @param module address of what the build makes of the web app for the server
 * @param longest milliseconds that somebody may have to wait for his turn
 */
export function pageThreads(
  module: string,
  longest: number,
  threads = Math.max(1, Math.min(mostAtOnce, availableParallelism() - 1)),
): PageThreads {
  let isStopped = false;
  const underWay = () => all.reduce((sum, thread) => sum + thread.underWay, 0);
  const line = new WaitingLine<Waiting>(threads, {
    longest,
    // The empty page is sent at once.
    pause: 0,
    cost: firstCost,
    underWay,
    isFree: () => underWay() === 0,
  });

  function give(): void {
    for (;;) {
      if (isStopped || underWay() >= mostAtOnce) return;
      const free = all.filter(({ isAway }) => !isAway).toSorted((one, other) => one.underWay - other.underWay)[0];
      const waiting = free && line.take();
      if (waiting === undefined) return;
      free!.take(waiting);
    }
  }

  const all = Array.from(
    { length: threads },
    () =>
      new PageThread(module, (done) => {
        if (done !== undefined) {
          line.served(done.milliseconds);
          done.pay(done.milliseconds / threads);
        }
        give();
      }),
  );

  return {
    async draw(order) {
      const { served, signal } = order;
      signal.throwIfAborted();
      const pay = served.reserve(line.cost / threads);
      let forget = () => {};
      return new Promise<DrawnPage>((resolve, reject) => {
        const waiting: Waiting = { order, pay, resolve, reject };
        const leave = (error: unknown) => {
          pay(0);
          reject(error);
        };
        line.join(served.client, waiting, leave, signal);
        forget = onAbort(signal, (reason) => {
          if (line.leave(served.client, waiting)) leave(reason);
        });
        give();
      }).finally(() => forget());
    },
    async stop() {
      isStopped = true;
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

/** A page that was drawn, or could not be, with the milliseconds that it took. */
interface Done extends Pick<Waiting, 'pay'> {
  readonly milliseconds: number;
}

/** A thread with what it draws. It is started again where it ends unexpectedly; what it drew then fails. */
class PageThread {
  readonly #module: string;
  readonly #onFree: (done?: Done) => void;
  readonly #drawing = new Map<number, Waiting>();
  #count = 0;
  #isStopped = false;
  #isAway = false;
  #worker: Worker;

  /** @param onFree called with what was drawn, and without when it can be given work again */
  constructor(module: string, onFree: (done?: Done) => void) {
    this.#module = module;
    this.#onFree = onFree;
    this.#worker = this.#start();
  }

  get underWay(): number {
    return this.#drawing.size;
  }

  /** Whether it has ended unexpectedly and was not started again yet. */
  get isAway(): boolean {
    return this.#isAway;
  }

  take(waiting: Waiting): void {
    const page = ++this.#count;
    this.#drawing.set(page, waiting);
    this.#tell({ page, address: waiting.order.address });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#isAway) return;
    const ended = once(this.#worker, 'exit');
    await this.#worker.terminate();
    await ended;
  }

  #tell(message: ToPageThread): void {
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./page-thread.js', import.meta.url), {
      execArgv: [],
      workerData: this.#module,
      resourceLimits,
    });
    worker.on('message', (message: FromPageThread) => void this.#hear(message));
    // An error is followed by the end.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const lost = [...this.#drawing.values()];
      this.#drawing.clear();
      for (const { reject } of lost) reject(new Error('The thread that draws pages has ended.'));
      if (this.#isStopped) return;
      this.#isAway = true;
      setTimeout(() => {
        if (this.#isStopped) return;
        this.#worker = this.#start();
        this.#isAway = false;
        this.#onFree();
      }, restartAfter).unref();
    });
    // The process may end although this thread still waits for work.
    worker.unref();
    return worker;
  }

  async #hear(message: FromPageThread): Promise<void> {
    const { page } = message;
    const waiting = this.#drawing.get(page);
    if ('asked' in message) {
      const body = await waiting?.order.ask(message.asked).catch(() => undefined);
      this.#tell({ page, path: message.path, body });
      return;
    }
    this.#drawing.delete(page);
    if (waiting === undefined) return;
    if ('drawn' in message) waiting.resolve(message.drawn);
    else waiting.reject(new Error(message.failure));
    this.#onFree({ milliseconds: message.milliseconds, pay: waiting.pay });
  }
}
