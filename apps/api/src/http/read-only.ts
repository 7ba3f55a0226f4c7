import type { FastifyInstance } from 'fastify';
import { preflightAnswer } from './cross-origin.ts';
import { ProblemError } from './problem-error.ts';

const otherMethods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Answers 405 to every other method on the addresses that can be read, before a body is looked at; a browser that asks for a page of
 * another site hears that it may read.
 */
export function refuseOtherMethods(app: FastifyInstance, { openToOthers }: { openToOthers: boolean }): void {
  app.addHook('onRoute', (route) => {
    if (route.method !== 'GET') return;
    const preflight = openToOthers && route.url.startsWith('/api/');
    app.route({
      method: otherMethods,
      url: route.url,
      schema: { hide: true },
      onRequest: async (request, reply) => {
        if (preflight && request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined)
          return reply.code(204).headers(preflightAnswer).header('Cache-Control', 'no-store').send();
        throw new ProblemError('method_not_allowed', `Use GET; ${request.method} does nothing here.`, {
          headers: { Allow: 'GET, HEAD' },
        });
      },
      handler: async () => undefined,
    });
  });
}
