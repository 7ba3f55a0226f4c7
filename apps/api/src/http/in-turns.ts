import type { FastifyInstance } from 'fastify';

/** Requests that are begun in one turn of the event loop. */
const inOneTurn = 8;

/**
 * Begins few requests at a time, in the order in which they came, and looks at the network in between. Otherwise all that a crowd has sent
 * would be answered in one go, and whoever comes new would wait for that two or three times: until his connection is accepted, until his
 * request is read, and until it is answered. Those of this path are begun at once.
 */
export function beginInTurns(app: FastifyInstance, { except }: { readonly except: string }): void {
  const waiting: (() => void)[] = [];
  const begin = () => {
    for (const next of waiting.splice(0, inOneTurn)) next();
    if (waiting.length > 0) setImmediate(begin);
  };
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.url.startsWith(except)) {
      done();
      return;
    }
    if (waiting.push(done) === 1) setImmediate(begin);
  });
}
