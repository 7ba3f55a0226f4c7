import { addAbortListener, setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { NumbersTooBusyError } from '@monitor/engine';
import type { ServedRequest } from './served-request.ts';

/** Milliseconds that a client may have to wait however many there are, for an answer that then comes within a quarter of a second. */
const shortestWait = 150;
/** Milliseconds between looks for work that has waited too long, and for workers that have come back. */
const lookEvery = 100;
/** How much the last piece of work counts in what the next is expected to cost. */
const weightOfLast = 0.1;

/** A piece of work that waits or is under way. */
interface Place {
  readonly client: string;
  /** When it has waited too long and is refused at its turn, and when without one. */
  readonly until: number;
  readonly latest: number;
  readonly begin: () => void;
  readonly refuse: (error: unknown) => void;
  worker: number;
}

/**
 * Where work waits for its turn. Clients take turns, so a client that requests a lot waits longer, not others. Work that would have to wait
 * too long is refused, and what waits already is done. If work becomes harder, what has waited too long is refused at its turn: the others
 * are then served in time, instead of all of them late.
 */
export class Line {
  readonly #options;
  #cost: number;
  /** What each client waits for, in the order of their turns. */
  readonly #waiting = new Map<string, Set<Place>>();
  /** Further work for requests that have had a turn. */
  readonly #further = new Set<Place>();
  readonly #underWay = new Set<Place>();
  /** Refusals of each client that are still to be sent. It will ask again, so it belongs to the crowd. */
  readonly #refusing = new Map<string, number>();
  /** How many were refused. */
  refused = 0;
  #looking: NodeJS.Timeout | undefined;

  /**
   * @param workers such as threads, or places at the database
   * @param ofWorker pieces of work that a worker has at once
   * @param ofClient pieces of work of one client that are under way at once
   * @param longest milliseconds that all work of a client may have to wait, divided by the clients that wait or were just refused, whichever
   *   are more: a client alone may request all tiles of a large map at once, and then those of the next period
   * @param delay milliseconds before a refusal is sent, on average: clients that ask again at once would keep the server busy
   * @param cost milliseconds that a piece of work is expected to take until the first was measured
   * @param isThere whether a worker can be given work
   */
  constructor({
    workers = 1,
    ofWorker = 1,
    ofClient = Infinity,
    longest = 1900,
    delay = 1000,
    cost = 5,
    isThere = (_worker: number): boolean => true,
  }) {
    this.#options = { workers, ofWorker, ofClient, longest, delay, isThere };
    this.#cost = cost;
  }

  get waiting(): number {
    return [this.#further, ...this.#waiting.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * Runs work at its turn and charges the request's account with what it costs. What else a request needs after its first turn goes before
   * all that waits and is never refused, since its first turn would have been for nothing. Rejects with `NumbersTooBusyError` if the work
   * would have to wait too long or has waited too long, and when the signal aborts while it waits; an abort does not end work that has begun.
   * @param work gets the number of the worker with the least to do, and may say how many milliseconds it took of it; until its end otherwise
   */
  async run<Result>(
    request: ServedRequest,
    signal: AbortSignal,
    work: (worker: number, noteCost: (milliseconds: number) => void) => Promise<Result>,
  ): Promise<Result> {
    signal.throwIfAborted();
    const { workers } = this.#options;
    const pay = request.reserve(this.#cost / workers);
    const place = await this.#turn(request, signal).catch((error: unknown) => {
      pay(0);
      throw error;
    });
    request.hasBegun = true;
    const since = performance.now();
    let cost: number | undefined;
    try {
      return await work(place.worker, (milliseconds) => (cost = milliseconds));
    } finally {
      cost ??= performance.now() - since;
      // By its order of magnitude, so that a rare long piece of work does not lead to refusals.
      this.#cost *= (Math.max(cost, 0.1) / this.#cost) ** weightOfLast;
      pay(cost / workers);
      this.#underWay.delete(place);
      this.#begin();
    }
  }

  async #turn({ client, since, hasBegun }: ServedRequest, signal: AbortSignal): Promise<Place> {
    const { workers, longest, delay } = this.#options;
    const now = performance.now();
    const own = this.#waiting.get(client) ?? new Set();
    const clients = this.#waiting.size + (own.size === 0 ? 1 : 0);
    const ahead = Math.max(own.size, 1) * clients + this.#further.size + this.#underWay.size;
    const patience = Math.max(longest / Math.max(clients, this.#refusing.size), shortestWait);
    const canBegin = own.size === 0 && this.#mayHaveMore(client) && this.#freest(1) !== undefined;
    const isLate = (ahead * this.#cost) / workers > patience;
    if (isLate && !canBegin && !hasBegun) await this.#refuse(client, now - since, signal);
    let leaving: Disposable | undefined;
    return new Promise<Place>((resolve, refuse) => {
      const [until, latest] = hasBegun ? [Infinity, Infinity] : [now + patience, since + Math.max(patience, delay)];
      const place: Place = { client, until, latest, begin: () => resolve(place), refuse, worker: -1 };
      if (hasBegun) this.#further.add(place);
      else this.#waiting.set(client, own.add(place));
      // A page asks a dozen questions at once: nothing that the log should warn of.
      setMaxListeners(0, signal);
      leaving = addAbortListener(signal, () => {
        this.#leave(place);
        refuse(signal.reason);
      });
      this.#looking ??= setInterval(() => this.#look(), lookEvery).unref();
      this.#begin();
    }).finally(() => leaving?.[Symbol.dispose]());
  }

  #begin(): void {
    for (let worker = this.#freest(); worker !== undefined; worker = this.#freest()) {
      const next = this.#next();
      if (next === undefined) return;
      this.#leave(next);
      this.#underWay.add(Object.assign(next, { worker }));
      next.begin();
    }
  }

  #next(): Place | undefined {
    for (const place of this.#further) if (this.#mayHaveMore(place.client)) return place;
    for (const [client, own] of this.#waiting) {
      if (!this.#mayHaveMore(client)) continue;
      this.#refuseLate(own, 'until');
      const [first] = own;
      if (first === undefined) continue;
      // The others have their turns first.
      this.#waiting.delete(client);
      this.#waiting.set(client, own);
      return first;
    }
    return undefined;
  }

  #leave(place: Place): void {
    this.#further.delete(place);
    const own = this.#waiting.get(place.client);
    if (own?.delete(place) === true && own.size === 0) this.#waiting.delete(place.client);
  }

  #mayHaveMore(client: string): boolean {
    return [...this.#underWay].filter((place) => place.client === client).length < this.#options.ofClient;
  }

  /** The worker with the least to do, if it has less than so many pieces of work. */
  #freest(most = this.#options.ofWorker): number | undefined {
    const loads = Array.from({ length: this.#options.workers }, (_, worker) => (this.#options.isThere(worker) ? 0 : Infinity));
    for (const { worker } of this.#underWay) loads[worker]! += 1;
    const least = Math.min(...loads);
    return least < most ? loads.indexOf(least) : undefined;
  }

  #look(): void {
    for (const own of this.#waiting.values()) this.#refuseLate(own, 'latest');
    this.#begin();
    if (this.waiting > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #refuseLate(own: ReadonlySet<Place>, limit: 'until' | 'latest'): void {
    const now = performance.now();
    for (const place of own) {
      if (place[limit] >= now) continue;
      this.#leave(place);
      this.refused += 1;
      place.refuse(tooBusy());
    }
  }

  /** @param waited milliseconds since the client asked, which are a part of the delay */
  async #refuse(client: string, waited: number, signal: AbortSignal): Promise<never> {
    this.refused += 1;
    this.#refusing.set(client, (this.#refusing.get(client) ?? 0) + 1);
    try {
      // Not all at once, since they would all ask again at once.
      await wait(Math.max(0, this.#options.delay * (0.5 + Math.random()) - waited), undefined, { signal });
    } finally {
      const left = this.#refusing.get(client)! - 1;
      if (left > 0) this.#refusing.set(client, left);
      else this.#refusing.delete(client);
    }
    throw tooBusy();
  }
}

function tooBusy(): NumbersTooBusyError {
  return new NumbersTooBusyError('More is requested at the moment than can be answered in time. Try again in a few seconds.');
}
