import type { FastifyInstance } from 'fastify';

/** Requests that are begun in one turn of the event loop, and milliseconds after which no more are. */
const mostInTurn = 8;
const longestTurn = 4;
/** Milliseconds without any, while connections are accepted. */
const longestPause = 100;

/**
 * Begins few requests at a time, and looks at the network in between. Otherwise the server would answer all that a crowd has sent in one go,
 * and a newcomer would wait for that two or three times: until its connection is accepted, until its request is read, and until it is
 * answered. Only one request of a connection waits here (`one-at-a-time.ts`), so connections take turns. Node accepts one connection
 * in a turn, so nothing is begun while more of them come: of 200 that came at once just after the start, the last waited for three seconds.
 * @param except begins a path whose requests are begun at once
 */
export function beginInTurns(app: FastifyInstance, { except }: { readonly except: string }): void {
  const waiting: (() => void)[] = [];
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
    if (now < end && waiting.length > 0) {
      lastBegun = now;
      waiting.shift()!();
    }
    if (place === mostInTurn) beginNextTurn();
  };
  // One after the other, so that what follows at once from a request counts too.
  const beginNextTurn = () => {
    isTurn = waiting.length > 0;
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
    waiting.push(done);
    if (isTurn) return;
    lastBegun = performance.now();
    beginNextTurn();
  });
}
