import { setTimeout as wait } from 'node:timers/promises';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { type Functions, RemoteCalls } from './remote-calls.ts';

/** Milliseconds before a thread that has ended unexpectedly is started again. */
const restartAfter = 1000;

/** A thread that runs functions for this one. What it runs when it ends fails. */
export class Thread<Theirs extends Functions> extends RemoteCalls<Theirs> {
  readonly #worker: Worker;
  #cause: unknown;

  /** @param own functions that the thread may call */
  constructor(module: URL, options?: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>, own?: Functions) {
    // Without the options of this process, such as those with which tests take modules from their sources.
    const worker = new Worker(module, { execArgv: [], ...options });
    super(worker, own);
    this.#worker = worker;
    // An error is followed by the end.
    worker.on('error', (error) => (this.#cause = error));
    this.onceEnded((cause) => this.end(new Error('The thread has ended.', { cause })));
    // The process may end although this thread still waits for work.
    worker.unref();
  }

  /** @param call gets the error that has ended it, if there was one */
  onceEnded(call: (cause: unknown) => void): void {
    this.#worker.once('exit', () => call(this.#cause));
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Threads of one kind, each of which is started again if it ends unexpectedly. */
export class ThreadPool<One extends Thread<Functions>> {
  readonly #threads: One[];
  #isStopped = false;

  constructor(size: number, start: () => One) {
    const keep = (at: number) => {
      const thread = start();
      thread.onceEnded(async () => {
        if (!this.#isStopped) await wait(restartAfter, undefined, { ref: false });
        if (!this.#isStopped) this.#threads[at] = keep(at);
      });
      return thread;
    };
    this.#threads = Array.from({ length: size }, (_, at) => keep(at));
  }

  at(index: number): One {
    return this.#threads[index]!;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}
