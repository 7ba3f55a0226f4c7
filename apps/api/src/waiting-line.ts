import { setTimeout as wait } from 'node:timers/promises';
import { NumbersTooBusyError } from './analytics.ts';

/**
 * Milliseconds that somebody may have to wait for all that he has asked, divided by how many clients are in the line or were just sent
 * away, whichever are more: one alone may ask for all tiles of a large map at once and then for those of the next period.
 */
const longestWait = 1900;
/** Milliseconds that a client may have to wait however many there are, for an answer that then comes within a quarter of a second. */
const shortestWait = 150;
/** Milliseconds: whoever asks again at once would keep the server busy with sending him away. */
const pauseOfRefused = 1000;
/** Milliseconds between looks for those who have waited too long. */
const lookEvery = 100;
/** How much the last piece of work counts in what one is expected to take. */
const weightOfLast = 0.1;

/**
 * Those who wait, in turns by client, so that one who asks a lot holds up himself. Where somebody would have to wait for too long, it is he
 * who is sent away, and those who are in the line are served. Whoever is in it has waited too long where the work has become harder than it
 * was, and is sent away at his turn: the others are then served in time, rather than all of them late.
 */
export class WaitingLine<Item> {
  readonly #servers: number;
  readonly #longest: number;
  readonly #pause: number;
  /** Milliseconds that a piece of work takes, on average. */
  #cost: number;
  readonly #underWay: () => number;
  readonly #isFree: (client: string) => boolean;
  readonly #now: () => number;
  /** What each client waits for, in the order of their turns. */
  readonly #waiting = new Map<string, Map<Item, Place>>();
  /** What goes before all of it, with its client. */
  readonly #goingOn = new Map<Item, string>();
  /** How often each client was just sent away. They will come again, so they belong to the crowd. */
  readonly #pausing = new Map<string, number>();
  #length = 0;
  #refused = 0;
  #looking: NodeJS.Timeout | undefined;

  /**
   * @param servers pieces of work that are done at once
   * @param longest milliseconds that a client alone may have to wait for all that it has asked
   * @param pause milliseconds after which somebody who is sent away is told so, on average
   * @param cost milliseconds that a piece of work is expected to take before the first was measured
   * @param underWay pieces of work that were taken out of the line and are not done
   * @param isFree whether work of a client can start at once
   */
  constructor(
    servers: number,
    {
      longest = longestWait,
      pause = pauseOfRefused,
      cost = 5,
      underWay = (): number => 0,
      isFree = (_client: string): boolean => false,
      now = () => performance.now(),
    } = {},
  ) {
    this.#servers = servers;
    this.#underWay = underWay;
    this.#isFree = isFree;
    this.#now = now;
    this.#longest = longest;
    this.#pause = pause;
    this.#cost = cost;
  }

  /** How many wait. */
  get length(): number {
    return this.#length;
  }

  /** Milliseconds that a piece of work takes of late. */
  get cost(): number {
    return this.#cost;
  }

  /** How many were sent away. */
  get refused(): number {
    return this.#refused;
  }

  /**
   * Joins the line at once, unless the wait would be too long.
   * @param refuse is called with `NumbersTooBusyError` where the wait would be too long, after a pause, or has been; with another error when the signal aborts during the pause
   * @param since when the client asked, from which on it counts how long it takes to send him away
   */
  join(client: string, item: Item, refuse: (error: unknown) => void, signal?: AbortSignal, since = this.#now()): void {
    const now = this.#now();
    const own = this.#waiting.get(client) ?? new Map<Item, Place>();
    const clients = this.#waiting.size + (own.size === 0 ? 1 : 0);
    const ahead = Math.max(own.size, 1) * clients + this.#goingOn.size + this.#underWay();
    const longest = Math.max(this.#longest / Math.max(clients, this.#pausing.size), shortestWait);
    const isNext = own.size === 0 && this.#isFree(client);
    if (!isNext && (ahead * this.#cost) / this.#servers > longest) {
      this.#refused += 1;
      this.#pauseFor(client, now - since, signal).then(() => refuse(tooBusy()), refuse);
      return;
    }
    this.#waiting.set(client, own.set(item, { until: now + longest, latest: since + Math.max(longest, this.#pause), refuse }));
    this.#length += 1;
    this.#looking ??= setInterval(() => this.#refuseLatest(), lookEvery).unref();
  }

  /** Goes before all who wait, and is not sent away: the next piece of something that has had its turn, and would have been for nothing. */
  goOn(client: string, item: Item): void {
    this.#goingOn.set(item, client);
    this.#length += 1;
  }

  /** Takes the next out of the line. @param mayServe whether it may be of a client; of any where left out */
  take(mayServe: (client: string) => boolean = () => true): Item | undefined {
    for (const [item, client] of this.#goingOn) {
      if (!mayServe(client)) continue;
      this.leave(client, item);
      return item;
    }
    for (const [client, items] of this.#waiting) {
      if (!mayServe(client)) continue;
      this.#refuseLate(client, items, 'until');
      const [item] = items.keys();
      if (item === undefined) continue;
      this.leave(client, item);
      // The turn of the others comes first.
      if (items.size > 0) {
        this.#waiting.delete(client);
        this.#waiting.set(client, items);
      }
      return item;
    }
    return undefined;
  }

  /** Leaves the line unserved, since nobody waits any more. Whether it was in it. */
  leave(client: string, item: Item): boolean {
    const items = this.#waiting.get(client);
    if (!this.#goingOn.delete(item) && items?.delete(item) !== true) return false;
    if (items?.size === 0) this.#waiting.delete(client);
    this.#length -= 1;
    if (this.#length === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
    }
    return true;
  }

  /** @param milliseconds that a piece of work took; by its order of magnitude, so that a rare long one closes the line to nobody */
  served(milliseconds: number): void {
    this.#cost *= (Math.max(milliseconds, 0.1) / this.#cost) ** weightOfLast;
  }

  async #pauseFor(client: string, waited: number, signal?: AbortSignal): Promise<void> {
    this.#pausing.set(client, (this.#pausing.get(client) ?? 0) + 1);
    try {
      // Not all at once, since they would all ask again at once.
      await wait(Math.max(0, this.#pause * (0.5 + Math.random()) - waited), undefined, { signal });
    } finally {
      const left = (this.#pausing.get(client) ?? 0) - 1;
      if (left > 0) this.#pausing.set(client, left);
      else this.#pausing.delete(client);
    }
  }

  #refuseLatest(): void {
    for (const [client, items] of this.#waiting) this.#refuseLate(client, items, 'latest');
  }

  #refuseLate(client: string, items: ReadonlyMap<Item, Place>, limit: 'until' | 'latest'): void {
    const now = this.#now();
    for (const [item, place] of items) {
      if (place[limit] >= now) continue;
      this.leave(client, item);
      this.#refused += 1;
      place.refuse(tooBusy());
    }
  }
}

/** Of something in the line. */
interface Place {
  /** When it will have waited too long, which it is told at its turn. */
  readonly until: number;
  /** When it is told so without its turn. */
  readonly latest: number;
  readonly refuse: (error: unknown) => void;
}

function tooBusy(): NumbersTooBusyError {
  return new NumbersTooBusyError('More is requested at the moment than can be answered in time. Try again in a few seconds.');
}
