import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Account } from '../served-request.ts';
import { clientOf } from './client-address.ts';
import { ProblemError } from './problem-error.ts';

/** How much a request of a route weighs against the client's allowance. */
export type Weight = 'normal' | 'light' | 'heavy';

/** Allowance a minute relative to `RATE_LIMIT`; light and heavy requests are counted apart. A map view takes a dozen tiles. */
const allowance: Record<Weight, number> = { normal: 1, light: 10, heavy: 0.1 };

/**
 * Milliseconds of the server that a normal request stands for: one that costs more counts as several. With 3,000 requests a minute, a
 * client may have half of the server. A tile of a million incidents takes 3 ms, so that dragging the map takes an eighth of that.
 */
const requestCovers = 10;

/** Clients that are remembered in a minute. */
const mostClients = 10_000;
const minute = 60_000;

interface Taken {
  requests: number;
  /** When its minute began. */
  readonly since: number;
}

/** What clients have taken of their allowances in their present minute. */
class Allowances implements FastifyRateLimitStore {
  readonly #taken: LRUCache<string, Taken>;

  constructor(taken: LRUCache<string, Taken>) {
    this.#taken = taken;
  }

  incr(key: string, callback: (error: null, result: { current: number; ttl: number }) => void): void {
    const { requests, since } = this.take(key, 1);
    callback(null, { current: Math.ceil(requests), ttl: since + minute - Date.now() });
  }

  /** All routes have the same allowances. */
  child(): this {
    return this;
  }

  /** Takes so many requests, which need not be whole. */
  take(key: string, requests: number): Taken {
    const known = this.#taken.get(key);
    const taken = known && Date.now() < known.since + minute ? known : { requests: 0, since: Date.now() };
    // What is given back may have been taken in an earlier minute.
    taken.requests = Math.max(0, taken.requests + requests);
    this.#taken.set(key, taken);
    return taken;
  }
}

/** Gives what a request is paid from. */
export type AccountOf = (request: FastifyRequest) => Account;

/** Where nothing is limited. */
export const unlimited: AccountOf = () => ({ covers: Infinity, take: () => undefined });

/**
 * Bounds requests a minute and client on all routes of this scope, unless switched off. What one costs is known only when it is answered:
 * where it is more than one request stands for, it is missing for the next one.
 */
export async function limitRates(app: FastifyInstance, limit: number | 'off'): Promise<AccountOf> {
  if (limit === 'off') return unlimited;
  const taken = new LRUCache<string, Taken>({ max: mostClients });
  const allowances = new Allowances(taken);
  await app.register(rateLimit, {
    max: limit,
    timeWindow: minute,
    keyGenerator: clientOf,
    // The plugin makes one of its own, over the same minutes.
    store: class extends Allowances {
      constructor() {
        super(taken);
      }
    },
    enableDraftSpec: true,
    addHeadersOnExceeding: { 'ratelimit-limit': true, 'ratelimit-remaining': true, 'ratelimit-reset': true },
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new ProblemError('too_many_requests', seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    },
  });
  return (request) => {
    const group = groupOf(request);
    return {
      covers: requestCovers / allowance[group ?? 'normal'],
      // By the plugin's keys.
      take: (requests) => allowances.take(`${clientOf(request)}${group ?? ''}`, requests),
    };
  };
}

/** What `weightedLimit` gave the route. */
function groupOf({ routeOptions: { config } }: FastifyRequest): Weight | undefined {
  return config.rateLimit === undefined || config.rateLimit === false ? undefined : (config.rateLimit.groupId as Weight);
}

/** Route configuration that gives its requests a weight. */
export function weightedLimit(
  weight: Exclude<Weight, 'normal'>,
  limit: number | 'off',
): { rateLimit?: { max: number; groupId: Exclude<Weight, 'normal'> } } {
  return limit === 'off' ? {} : { rateLimit: { max: Math.max(1, Math.round(limit * allowance[weight])), groupId: weight } };
}
