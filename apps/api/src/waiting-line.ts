import { setTimeout as wait } from 'node:timers/promises';
import { NumbersTooBusyError } from './analytics.ts';

/** Milliseconds of work that may wait for its turn while the line was empty of late: a page of a map asks for all its tiles at once. */
const mostOfBurst = 1000;
/** Milliseconds of work that may wait once the line has not been empty for a while. */
const mostUnderLoad = 150;
/** Milliseconds after which a line that has not been empty is no burst any more. */
const longestBurst = 500;
/** Milliseconds: whoever asks again at once would keep the server busy with sending him away. */
const pauseOfRefused = 1000;
/** How much the last piece of work counts in what one is expected to take. */
const weightOfLast = 0.1;

/**
 * Decides whether somebody may still join a line. Those in it are served, and it is the newest who are sent away, so that what is
 * answered at all is answered soon. After Nichols and Jacobson, "Controlling Queue Delay" (2012): a line that empties again is no overload, however long it was for a moment.
 */
export class WaitingLine {
  readonly #servers: number;
  readonly #now: () => number;
  readonly #pause: number;
  /** Milliseconds that a piece of work takes, on average. */
  #cost: number;
  #waiting = 0;
  #notEmptySince: number | undefined;
  /** How many were sent away. */
  refused = 0;

  /**
   * @param servers pieces of work that are done at once
   * @param pause milliseconds after which somebody who is sent away is told so
   * @param cost milliseconds that a piece of work is expected to take before the first was measured
   */
  constructor(servers: number, { now = () => performance.now(), pause = pauseOfRefused, cost = 5 } = {}) {
    this.#cost = cost;
    this.#servers = servers;
    this.#now = now;
    this.#pause = pause;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Joins the line at once. Where the wait would be too long, it is a promise that rejects with `NumbersTooBusyError` after a pause, or
   * when the signal aborts.
   */
  join(signal?: AbortSignal): Promise<never> | undefined {
    const most =
      this.#notEmptySince !== undefined && this.#now() - this.#notEmptySince > longestBurst ? mostUnderLoad : mostOfBurst;
    if ((this.#waiting * this.#cost) / this.#servers > most) {
      this.refused += 1;
      return this.#refuse(signal);
    }
    this.#waiting += 1;
    this.#notEmptySince ??= this.#now();
    return undefined;
  }

  async #refuse(signal: AbortSignal | undefined): Promise<never> {
    await wait(this.#pause, undefined, { signal });
    throw new NumbersTooBusyError('More is requested at the moment than can be answered in time. Try again in a few seconds.');
  }

  /** Leaves it, to be served or because nobody waits any more. */
  leave(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#notEmptySince = undefined;
  }

  /** @param milliseconds that a piece of work took */
  served(milliseconds: number): void {
    this.#cost += weightOfLast * (milliseconds - this.#cost);
  }
}
