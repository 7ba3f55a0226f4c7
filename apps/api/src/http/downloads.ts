import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '@monitor/engine';
import { ReadingPace } from './reading-pace.ts';

/** How many downloads there may be. Every client on a usual line reads faster; a telephone line is as fast, and compressed files are a tenth of what they hold. */
export const downloadLimits = {
  /** At once, fewer than there are database connections. */
  inAll: 6,
  /** At once, of one client. */
  ofClient: 3,
  /** Bytes per second, as they are sent, below which a reader makes way for others who wait. */
  leastRate: 8000,
  /** Bytes per second below which a reader of a client that has several makes way for a client that has none. */
  leastRateOfSeveral: 125_000,
  /** Milliseconds that a newcomer waits for its turn. Until it comes again, it becomes clear who reads slowly. */
  patience: 1200,
};

/** Milliseconds between looks at whether one of the readers has become slow. */
const lookEvery = 250;

/** A download that was let in. */
export interface RunningDownload {
  readonly client: string;
  /** Is given what the reader takes. */
  readonly pace: ReadingPace;
  /** Ends it, since it has to make way. */
  readonly end: () => void;
  /** Says that it has ended; may be called more than once. */
  readonly leave: () => void;
}

/**
 * Keeps count of running downloads, each of which holds a connection to the database for as long as its client reads. They do not wait in a
 * `Line`, since nobody knows when one will end. If there is no room, those who read too slowly make way, so that a client that reads at a
 * usual pace always has its turn; more is expected of those who have several.
 */
export class DownloadGate {
  readonly #limits: typeof downloadLimits;
  readonly #now: () => number;
  readonly #running = new Set<RunningDownload>();

  constructor(limits = downloadLimits, now = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * Lets a download in as soon as there is room. Throws `too_many_downloads` if its client has enough, or nobody makes way in time.
   * @param since when the client asked, in milliseconds as of `performance.now`
   */
  async enter(client: string, end: () => void, signal: AbortSignal, since = performance.now()): Promise<RunningDownload> {
    const { inAll, ofClient, leastRate, leastRateOfSeveral, patience } = this.#limits;
    const isFull = () => this.#running.size >= inAll;
    for (;;) {
      // Of one client too, the slowest makes way: it may have left without a word.
      if (this.#of(client).length >= ofClient) this.#endSlowest(this.#of(client), leastRate);
      else if (isFull()) {
        this.#endSlowest([...this.#running], leastRate);
        const ofSeveral = [...this.#running].filter((one) => this.#of(one.client).length > 1);
        if (isFull() && this.#of(client).length === 0) this.#endSlowest(ofSeveral, leastRateOfSeveral);
      }
      const hasEnough = this.#of(client).length >= ofClient;
      if (!hasEnough && !isFull()) {
        const leave = () => void this.#running.delete(download);
        const download = { client, pace: new ReadingPace(this.#now), end, leave };
        this.#running.add(download);
        return download;
      }
      if (performance.now() >= since + patience) {
        const own = `You have ${ofClient} downloads running. Wait until one of them is complete, then try again.`;
        const headers = { 'Retry-After': '30' };
        throw new ProblemError('too_many_downloads', hasEnough ? own : 'Try again in 30 seconds.', { headers });
      }
      await wait(lookEvery, undefined, { signal });
    }
  }

  #of(client: string): RunningDownload[] {
    return [...this.#running].filter((one) => one.client === client);
  }

  #endSlowest(among: readonly RunningDownload[], leastRate: number): void {
    const rates = among.map((one) => ({ one, rate: one.pace.rate() }));
    const [slowest] = rates.toSorted((one, other) => one.rate - other.rate);
    if (slowest === undefined || slowest.rate >= leastRate) return;
    this.#running.delete(slowest.one);
    slowest.one.end();
  }
}
