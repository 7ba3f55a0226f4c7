import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Somebody who checks the health of the server while others keep it busy. */
export class Newcomer {
  readonly #thread: Worker;
  /** Milliseconds of each check; infinite where it failed. */
  readonly durations: number[] = [];

  constructor(address: string) {
    this.#thread = new Worker(new URL('./newcomer-thread.js', import.meta.url), { workerData: address });
    this.#thread.on('message', (duration: number) => this.durations.push(duration));
  }

  /** Waits for the check that is going on. */
  async leave(): Promise<void> {
    await once(this.#thread, 'message');
    await this.#thread.terminate();
  }
}
