import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientOf } from './client-address.ts';
import { WaitingLine } from '../waiting-line.ts';

/** Requests that ask the database at once: fewer than it has connections, so that one is free for what the server itself needs. */
const atOnce = 6;
/** Of one client, while others wait. */
const atOnceOfClient = 4;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where the answer needs the database. Others need it for search words only. */
    readonly asksDatabase?: boolean;
  }
}

interface Waiting {
  readonly client: string;
  readonly begin: () => void;
}

/**
 * Lets a few requests at a time ask the database. The next is always of the client with the fewest under way, so that one who asks a lot
 * holds up himself. Throws `NumbersTooBusyError` where the wait would be too long.
 */
export class DatabaseLine {
  readonly #line: WaitingLine;
  readonly #most: { readonly atOnce: number; readonly ofClient: number };
  readonly #waiting = new Set<Waiting>();
  readonly #running = new Map<string, number>();
  #count = 0;

  constructor(most = { atOnce, ofClient: atOnceOfClient }) {
    this.#most = most;
    this.#line = new WaitingLine(most.atOnce, { cost: 30 });
  }

  /** Resolves when it is the request's turn, with what is to be called once at its end. Rejects when the signal aborts. */
  async enter(client: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const refusal = this.#line.join(signal);
    if (refusal !== undefined) return refusal;
    await new Promise<void>((resolve, reject) => {
      const waiting = { client, begin: resolve };
      this.#waiting.add(waiting);
      signal.addEventListener(
        'abort',
        () => {
          if (this.#waiting.delete(waiting)) this.#line.leave();
          reject(signal.reason as Error);
        },
        { once: true },
      );
      this.#give();
    });
    const since = performance.now();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#line.served(performance.now() - since);
      this.#add(client, -1);
      this.#give();
    };
  }

  #give(): void {
    while (this.#count < this.#most.atOnce) {
      const next = this.#next();
      if (next === undefined) return;
      this.#waiting.delete(next);
      this.#line.leave();
      this.#add(next.client, 1);
      next.begin();
    }
  }

  /** Of those who wait, the first whose client has the fewest under way. */
  #next(): Waiting | undefined {
    let best: Waiting | undefined;
    for (const one of this.#waiting) {
      const running = this.#of(one.client);
      if (running < this.#most.ofClient && (best === undefined || running < this.#of(best.client))) best = one;
    }
    return best;
  }

  #of(client: string): number {
    return this.#running.get(client) ?? 0;
  }

  #add(client: string, change: 1 | -1): void {
    this.#count += change;
    const count = this.#of(client) + change;
    if (count === 0) this.#running.delete(client);
    else this.#running.set(client, count);
  }
}

/** Has the requests of this scope that need the database wait for their turn. @param all whether all of them do, since the numbers come from it too */
export function lineUpForDatabase(app: FastifyInstance, all: boolean): void {
  const line = new DatabaseLine();
  const leaving = new WeakMap<FastifyRequest, () => void>();
  app.addHook('preHandler', async (request, reply) => {
    if (!all && !asksDatabase(request)) return;
    const leave = await line.enter(clientOf(request), request.signal);
    leaving.set(request, leave);
    // Of a client that has left there may be nothing to send.
    reply.raw.once('close', leave);
  });
  // Not when all is sent: a client that reads slowly would hold its place.
  app.addHook('onSend', async (request) => leaving.get(request)?.());
}

function asksDatabase({ query, routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.asksDatabase === true || (query as { q?: unknown }).q !== undefined;
}
