import { NumbersTooBusyError } from '../analytics.ts';

/** Milliseconds of work that may wait for its turn while the line was empty of late: a page of a map asks for all its tiles at once. */
const mostOfBurst = 5000;
/** Milliseconds of work that may wait once the line has not been empty for a while. */
const mostUnderLoad = 150;
/** Milliseconds after which a line that has not been empty is no burst any more. */
const longestBurst = 1500;
/** How much the last piece of work counts in what one is expected to take. */
const weightOfLast = 0.1;

/**
 * Decides whether somebody may still join a line. Those in it are served, and it is the newest who are sent away, so that what is
 * answered at all is answered soon. After Nichols and Jacobson, "Controlling Queue Delay" (2012): a line that empties again is no overload, however long it was for a moment.
 */
export class WaitingLine {
  readonly #servers: number;
  readonly #now: () => number;
  /** Milliseconds that a piece of work takes, on average. */
  #cost = 5;
  #waiting = 0;
  #notEmptySince: number | undefined;
  /** How many were sent away. */
  refused = 0;

  constructor(servers: number, now: () => number = () => performance.now()) {
    this.#servers = servers;
    this.#now = now;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Joins the line. Throws `NumbersTooBusyError` where the wait would be too long. */
  join(): void {
    const most =
      this.#notEmptySince !== undefined && this.#now() - this.#notEmptySince > longestBurst ? mostUnderLoad : mostOfBurst;
    if ((this.#waiting * this.#cost) / this.#servers > most) {
      this.refused += 1;
      throw new NumbersTooBusyError('More is asked at the moment than can be answered in time. Try again in a few seconds.');
    }
    this.#waiting += 1;
    this.#notEmptySince ??= this.#now();
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
