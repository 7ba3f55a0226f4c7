import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    cors?: FastifyCorsOptions;
  }
}

/** What a page of another site may read of an answer, beside the body. */
const readable = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'Dataset-Version',
  'ETag',
  'Link',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'X-Total-Count',
];

/**
 * Lets pages of other sites read the API in their visitors' browsers: what it answers is public, nothing depends on who asks, and no
 * cookies are taken. The web app itself stays closed to them. Goes before the routes.
 */
export async function allowCrossOrigin(app: FastifyInstance): Promise<void> {
  // Open by route rather than by a function of the request: that would put `Vary: Origin` on every answer, and shared caches would
  // keep one copy for each site.
  app.addHook('onRoute', (route) => {
    if (/^\/(?:api\/|ogc(?:\/|$)|catalog\.jsonld$)/.test(route.url)) route.config = { ...route.config, cors: { origin: '*' } };
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.cors !== undefined) reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  await app.register(cors, {
    origin: false,
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['Dataset-Version', 'If-None-Match', 'If-Range', 'Range', 'Cache-Control'],
    exposedHeaders: readable,
    // The longest that browsers keep the answer to a preflight, in seconds.
    maxAge: 86_400,
    cacheControl: 'no-store',
    strictPreflight: false,
  });
}
