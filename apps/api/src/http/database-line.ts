import { availableParallelism } from 'node:os';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Line } from '../line.ts';
import { ServedRequest, servedRequest } from '../served-request.ts';
import { clientOf } from './client-address.ts';

/**
 * Requests that ask the database at once: few more than there are processors, since more would only delay these, and fewer than it has
 * connections, so that one is free for what the server itself needs.
 */
const atOnce = Math.min(Math.max(availableParallelism() + 1, 4), 6);

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True if the answer needs the database; false if GET has a gate and a connection of its own. Others need it for search words only. */
    readonly asksDatabase?: boolean;
  }
}

/**
 * Has the requests of this scope that need the database wait for their turn.
 * @param all whether all of them do, since the numbers come from it too
 * @param patience milliseconds that a client alone may have to wait for all that it has asked
 */
export function lineUpForDatabase(app: FastifyInstance, all: boolean, patience?: number): void {
  const line = new Line({ workers: atOnce, ofClient: Math.ceil(atOnce * 0.6), cost: 30, longest: patience });
  const ends = new WeakMap<FastifyRequest, () => void>();
  app.addHook('preHandler', async (request, reply) => {
    if (!asksDatabase(request, all)) return;
    const served = servedRequest.getStore() ?? new ServedRequest(clientOf(request));
    await new Promise<void>((begin, refuse) => {
      const untilSent = async () =>
        new Promise<void>((end) => {
          ends.set(request, end);
          // If the client has left, there may be nothing to send.
          reply.raw.once('close', end);
          begin();
        });
      line.run(served, request.signal, untilSent).catch(refuse);
    });
  });
  // Before all is sent: a client that reads slowly would keep its place.
  app.addHook('onSend', async (request) => ends.get(request)?.());
}

function asksDatabase({ method, query, routeOptions: { config } }: FastifyRequest, all: boolean): boolean {
  if (config.asksDatabase === false && method !== 'HEAD') return false;
  return all || config.asksDatabase === true || (query as { q?: unknown }).q !== undefined;
}
