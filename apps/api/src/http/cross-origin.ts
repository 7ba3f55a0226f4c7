import type { FastifyInstance } from 'fastify';
import { pathOf } from './logging.ts';

/** What a page of another site may read of an answer, beside the body. */
const readable =
  'Content-Disposition, Dataset-Version, ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After';

/**
 * Lets pages of other sites read the API in their visitors' browsers: what it answers is public, nothing depends on who asks, and no
 * cookies are taken. The page itself stays closed to them.
 */
export function openToOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!pathOf(request).startsWith('/api/')) return;
    reply
      .header('Access-Control-Allow-Origin', '*')
      .header('Access-Control-Expose-Headers', readable)
      .header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
}

/** Asked before a request with a header of its own, such as If-None-Match; a day is the longest that browsers keep the answer. */
export const preflightAnswer = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, Cache-Control',
  'Access-Control-Max-Age': '86400',
} as const;
