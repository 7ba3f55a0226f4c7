import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { clientOf } from './client-address.ts';

/** Requests that are begun in one turn of the event loop, and milliseconds after which no more are. */
const mostInTurn = 8;
const longestTurn = 4;
/** Milliseconds without any, while connections are accepted. */
const longestPause = 100;
/** Requests of a connection that wait. Browsers and proxies send the next one when the last is answered. */
const mostOfConnection = 100;

/**
 * Begins few requests at a time, and looks at the network in between. Otherwise the server would answer all that a crowd has sent in one go,
 * and a newcomer would wait for that two or three times: until its connection is accepted, until its request is read, and until it is
 * answered. Connections take turns in the order in which they came, so a connection that sends many requests without waiting for answers
 * waits longer, not others. One that sends too many is closed, since each takes memory while it waits. Node accepts one connection
 * in a turn, so nothing is begun while more of them come: of 200 that came at once just after the start, the last waited for three seconds.
 * @param except begins a path whose requests are begun at once
 */
export function beginInTurns(app: FastifyInstance, { except }: { readonly except: string }): void {
  /** What each connection waits for, in the order of their turns. */
  const waiting = new Map<Socket, (() => void)[]>();
  let isTurn = false;
  let hasAccepted = false;
  let lastBegun = 0;
  let end = 0;
  const begin = (place: number) => {
    const now = performance.now();
    if (place === 1) {
      end = hasAccepted && now < lastBegun + longestPause ? 0 : now + longestTurn;
      hasAccepted = false;
    }
    const [next] = waiting;
    if (now < end && next !== undefined) {
      lastBegun = now;
      const [socket, [first, ...others]] = next;
      waiting.delete(socket);
      if (others.length > 0) waiting.set(socket, others);
      first!();
    }
    if (place === mostInTurn) beginNextTurn();
  };
  // One after the other, so that what follows at once from a request counts too.
  const beginNextTurn = () => {
    isTurn = waiting.size > 0;
    if (isTurn) for (let place = 1; place <= mostInTurn; place += 1) setImmediate(begin, place);
  };
  app.server.on('connection', () => {
    hasAccepted = true;
  });
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith(except)) {
      done();
      return;
    }
    const { socket } = request.raw;
    // It was read together with one too many.
    if (socket.destroyed) return;
    const own = [...(waiting.get(socket) ?? []), done];
    if (own.length > mostOfConnection) {
      app.securityLog.refused(clientOf(request), 'too_many_requests');
      waiting.delete(socket);
      socket.destroy();
      return;
    }
    waiting.set(socket, own);
    if (isTurn) return;
    lastBegun = performance.now();
    beginNextTurn();
  });
}
