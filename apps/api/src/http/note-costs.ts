import type { FastifyInstance } from 'fastify';
import { ServedRequest, servedRequest } from '../served-request.ts';
import { clientOf } from './client-address.ts';
import type { AccountOf } from './rate-limit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What it costs; null where nothing is noted. */
    served: ServedRequest | null;
  }
}

/** Lets whatever works for a request of this scope know for whom it does, and note what it costs. */
export function noteCosts(app: FastifyInstance, accountOf: AccountOf): void {
  app.addHook('onRequest', (request, reply, done) => {
    request.served = new ServedRequest(clientOf(request), accountOf(request), performance.now() - reply.elapsedTime);
    servedRequest.run(request.served, done);
  });
}
