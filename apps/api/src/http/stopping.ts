import type { FastifyInstance } from 'fastify';
import { ProblemError } from '@monitor/engine';

/** Once the server has begun to stop, requests on connections that are still open are sent elsewhere. */
export function refuseWhileStopping(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onRequest', async () => {
    if (stopping)
      throw new ProblemError('not_ready', 'The server is stopping. Try again in 10 seconds.', { headers: { 'Retry-After': '10' } });
  });
}
