import { AsyncLocalStorage } from 'node:async_hooks';

/** What a request is paid from. */
export interface Account {
  /** Milliseconds of the whole server that one request stands for. */
  readonly covers: number;
  /** Takes so many requests more, which need not be whole; a negative number gives some back. */
  readonly take: (requests: number) => void;
}

const unlimited: Account = { covers: Infinity, take: () => undefined };

/**
 * A request that is being answered: whose it is, and what it has cost the server so far. Costs beyond what one request stands for are charged
 * at once, and expected costs in advance: otherwise many connections could begin at the same time what one may not do one after the other.
 */
export class ServedRequest {
  readonly client: string;
  /** When it came, in milliseconds as of `performance.now`. Its waiting time counts from then. */
  readonly since: number;
  /** Whether it has had a turn. What else it needs then goes before what others wait for. */
  hasBegun = false;
  readonly #account: Account;
  #spent = 0;

  constructor(client: string, account = unlimited, since = performance.now()) {
    this.client = client;
    this.since = since;
    this.#account = account;
  }

  /** @param milliseconds of the whole server: where it does several things at once, the time that one of them took is shared by them */
  spend(milliseconds: number): void {
    const before = this.#weight;
    this.#spent += milliseconds;
    if (this.#weight !== before) this.#account.take(this.#weight - before);
  }

  /** Spends what something is expected to cost. @returns a function to be called once, with what it has cost */
  reserve(expected: number): (actual: number) => void {
    this.spend(expected);
    return (actual) => this.spend(actual - expected);
  }

  /** Milliseconds of the whole server. */
  get spent(): number {
    return this.#spent;
  }

  /** As how many requests it counts: one until it has cost more. */
  get #weight(): number {
    return Math.max(1, this.#spent / this.#account.covers);
  }
}

/** The request for which something is done; undefined if the server does it for itself. */
export const servedRequest = new AsyncLocalStorage<ServedRequest>();
