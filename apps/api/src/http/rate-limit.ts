import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { clientOf } from './client-address.ts';
import { ProblemError } from './problem-error.ts';

/** How much a request of a route weighs against the client's allowance. */
export type Weight = 'normal' | 'light' | 'heavy';

/** Allowance a minute relative to `RATE_LIMIT`; light and heavy requests are counted apart. A map view takes a dozen tiles. */
const allowance: Record<Weight, number> = { normal: 1, light: 10, heavy: 0.1 };

/** Bounds requests a minute and client on all routes of this scope, unless switched off. */
export async function limitRates(app: FastifyInstance, limit: number | 'off'): Promise<void> {
  if (limit === 'off') return;
  await app.register(rateLimit, {
    max: limit,
    timeWindow: 60_000,
    keyGenerator: clientOf,
    enableDraftSpec: true,
    addHeadersOnExceeding: { 'ratelimit-limit': true, 'ratelimit-remaining': true, 'ratelimit-reset': true },
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new ProblemError('too_many_requests', seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    },
  });
}

/** Route configuration that gives its requests a weight. */
export function weightedLimit(
  weight: Exclude<Weight, 'normal'>,
  limit: number | 'off',
): { rateLimit?: { max: number; groupId: string } } {
  return limit === 'off' ? {} : { rateLimit: { max: Math.max(1, Math.round(limit * allowance[weight])), groupId: weight } };
}
