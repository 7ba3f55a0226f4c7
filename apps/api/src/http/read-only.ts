import type { FastifyInstance } from 'fastify';
import { ProblemError } from '@monitor/engine';

const otherMethods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/** Answers 405 to every other method on the addresses that can be read, before a body is looked at. Goes before the routes. */
export function refuseOtherMethods(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.method !== 'GET') return;
    app.route({
      method: otherMethods,
      url: route.url,
      schema: { hide: true },
      onRequest: async (request) => {
        throw new ProblemError('method_not_allowed', `Use GET. This address does not accept ${request.method}.`, {
          headers: { Allow: 'GET, HEAD' },
        });
      },
      handler: async () => undefined,
    });
  });
}
