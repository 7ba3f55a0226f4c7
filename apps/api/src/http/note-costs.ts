import type { FastifyInstance } from 'fastify';
import { ServedRequest, servedRequest } from '../served-request.ts';
import { clientOf } from './client-address.ts';
import type { AccountOf } from './rate-limit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What it costs; null if nothing is noted. */
    served: ServedRequest | null;
  }
}

/** Makes each request of this scope known to whatever works for it, so that it is charged with what that costs. */
export function noteCosts(app: FastifyInstance, accountOf: AccountOf): void {
  app.addHook('onRequest', (request, reply, done) => {
    request.served = new ServedRequest(clientOf(request), accountOf(request), performance.now() - reply.elapsedTime);
    servedRequest.run(request.served, done);
  });
}
