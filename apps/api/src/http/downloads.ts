import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from './problem-error.ts';
import { ReadingPace } from './reading-pace.ts';

/** How many downloads there may be. */
export interface DownloadLimits {
  /** At once, fewer than there are database connections. */
  readonly inAll: number;
  /** At once, of one client. */
  readonly ofClient: number;
  /** Bytes a second, as they are sent, below which a reader makes way for others who wait. */
  readonly leastRate: number;
  /** Bytes a second below which those of a client that has several make way for a client that has none. */
  readonly leastRateOfSeveral: number;
  /** Milliseconds that a newcomer waits for its turn. Until it comes again, a slow reader is told from others. */
  readonly patience: number;
}

/** Every client on a usual line reads faster; a telephone call takes as much, and compressed files are a tenth of what they hold. */
export const downloadLimits: DownloadLimits = {
  inAll: 6,
  ofClient: 3,
  leastRate: 8000,
  leastRateOfSeveral: 125_000,
  patience: 1200,
};

/** A download that was let in. */
export interface RunningDownload {
  /** To be told of what the reader takes. */
  readonly pace: ReadingPace;
  /** Says that it has ended; may be called more than once. */
  readonly leave: () => void;
}

interface Running {
  readonly client: string;
  readonly pace: ReadingPace;
  readonly end: () => void;
}

/** Milliseconds between looks at whether one of the readers has become slow. */
const lookEvery = 250;

/**
 * Keeps count of running downloads. Each holds a connection to the database for as long as its client reads. Where no room is left, those
 * who read too slowly make way, so that a client that reads at a usual pace always has its turn; more is expected of those who have several.
 */
export class DownloadGate {
  readonly #limits: DownloadLimits;
  readonly #now: () => number;
  readonly #running = new Set<Running>();

  constructor(limits = downloadLimits, now = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * Lets a download in as soon as there is room. Throws `too_many_downloads` where its client has enough, or nobody makes way in time.
   * @param end ends the download, which has to make way
   * @param since when the client asked, in milliseconds as of `performance.now`
   */
  async enter(client: string, end: () => void, signal: AbortSignal, since = performance.now()): Promise<RunningDownload> {
    const { inAll, ofClient, leastRate, leastRateOfSeveral, patience } = this.#limits;
    const until = since + patience;
    for (;;) {
      // Of one client too, the slowest makes way: it may have left without a word.
      if (this.#of(client).length >= ofClient) this.#endSlowest(this.#of(client), leastRate);
      else if (this.#running.size >= inAll) {
        this.#endSlowest([...this.#running], leastRate);
        if (this.#running.size >= inAll && this.#of(client).length === 0)
          this.#endSlowest(this.#ofClientsWithSeveral(), leastRateOfSeveral);
      }
      if (this.#of(client).length < ofClient && this.#running.size < inAll) return this.#let(client, end);
      if (performance.now() >= until) throw this.#refusal(client);
      await wait(lookEvery, undefined, { signal });
    }
  }

  #of(client: string): Running[] {
    return [...this.#running].filter((one) => one.client === client);
  }

  #ofClientsWithSeveral(): Running[] {
    return [...this.#running].filter((one) => this.#of(one.client).length > 1);
  }

  #let(client: string, end: () => void): RunningDownload {
    const one = { client, pace: new ReadingPace(this.#now), end };
    this.#running.add(one);
    return { pace: one.pace, leave: () => void this.#running.delete(one) };
  }

  #endSlowest(among: readonly Running[], leastRate: number): void {
    const rates = among.map((one) => ({ one, rate: one.pace.rate() }));
    const [slowest] = rates.toSorted((one, other) => one.rate - other.rate);
    if (slowest === undefined || slowest.rate >= leastRate) return;
    this.#running.delete(slowest.one);
    slowest.one.end();
  }

  #refusal(client: string): ProblemError {
    const { ofClient } = this.#limits;
    const own = `You have ${ofClient} downloads running. Wait until one of them is complete, then try again.`;
    const detail = this.#of(client).length >= ofClient ? own : 'Try again in 30 seconds.';
    return new ProblemError('too_many_downloads', detail, { headers: { 'Retry-After': '30' } });
  }
}
