import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Account } from '../served-request.ts';
import { clientOf } from './client-address.ts';
import { ProblemError } from '@monitor/engine';

/** Requests a minute relative to `RATE_LIMIT`; light and heavy ones are counted separately. A map view takes a dozen tiles. */
const allowances = { normal: 1, light: 10, heavy: 0.1 } as const;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How much a request of this route weighs against the client's allowance; `normal` if left out. */
    readonly weight?: keyof typeof allowances;
  }
}

/**
 * Milliseconds of the server that a normal request stands for: one that costs more counts as several. With 3,000 requests a minute, a
 * client may have half of the server. A tile of a million incidents takes 3 ms, so that dragging the map takes an eighth of that.
 */
const requestCovers = 10;
/** Clients that are remembered in a minute. */
const mostClients = 10_000;
const minute = 60_000;

/** What a client has taken of an allowance in its present minute. */
interface Taken {
  requests: number;
  /** When the minute ends. */
  readonly until: number;
}

/** Gives what a request is paid from; undefined if nothing is limited. */
export type AccountOf = (request: FastifyRequest) => Account | undefined;

export const unlimited: AccountOf = () => undefined;

/**
 * Bounds requests per minute and client on all routes of this scope, unless switched off. What a request costs is known only when it is
 * answered: if that is more than one request stands for, it is missing for the next one.
 */
export function limitRates(app: FastifyInstance, limit: number | 'off'): AccountOf {
  if (limit === 'off') return unlimited;
  const taken = new LRUCache<string, Taken>({ max: mostClients });
  /** Takes so many requests, which need not be whole. */
  const take = (key: string, requests: number): Taken => {
    const known = taken.get(key);
    const now = known && Date.now() < known.until ? known : { requests: 0, until: Date.now() + minute };
    // What is given back may have been taken in an earlier minute.
    now.requests = Math.max(0, now.requests + requests);
    taken.set(key, now);
    return now;
  };
  const keyOf = (request: FastifyRequest) => `${clientOf(request)} ${weightOf(request)}`;
  app.addHook('onRequest', async (request, reply) => {
    const most = Math.max(1, Math.round(limit * allowances[weightOf(request)]));
    const { requests, until } = take(keyOf(request), 1);
    const left = most - Math.ceil(requests);
    const seconds = Math.ceil((until - Date.now()) / 1000);
    reply.headers({ 'ratelimit-limit': most, 'ratelimit-remaining': Math.max(0, left), 'ratelimit-reset': seconds });
    if (left >= 0) return;
    throw new ProblemError('too_many_requests', seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  });
  return (request) => {
    // Now, since a client that has left has no address any more.
    const key = keyOf(request);
    return { covers: requestCovers / allowances[weightOf(request)], take: (requests) => take(key, requests) };
  };
}

const weightOf = ({ routeOptions: { config } }: FastifyRequest) => config.weight ?? 'normal';
