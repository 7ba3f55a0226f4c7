import { availableParallelism } from 'node:os';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { clientOf } from './client-address.ts';
import { onAbort } from '../on-abort.ts';
import { servedRequest } from '../served-request.ts';
import { WaitingLine } from '../waiting-line.ts';

/**
 * Requests that ask the database at once: few more than there are processors, since others would only hold these up, and fewer than it has
 * connections, so that one is free for what the server itself needs.
 */
const atOnce = Math.min(Math.max(availableParallelism() + 1, 4), 6);
/** Of one client. */
const atOnceOfClient = Math.ceil(atOnce * 0.6);

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where the answer needs the database; false where GET has a gate and a connection of its own. Others need it for search words only. */
    readonly asksDatabase?: boolean;
  }
}

/** Lets a few requests at a time ask the database. */
export class DatabaseLine {
  readonly #line: WaitingLine<() => void>;
  readonly #most: { readonly atOnce: number; readonly ofClient: number };
  readonly #running = new Map<string, number>();
  #count = 0;

  /** @param patience milliseconds that a client alone may have to wait for all that it has asked */
  constructor(most = { atOnce, ofClient: atOnceOfClient }, patience?: number) {
    this.#most = most;
    this.#line = new WaitingLine(most.atOnce, {
      cost: 30,
      longest: patience,
      underWay: () => this.#count,
      isFree: (client) => this.#count < most.atOnce && this.#mayHaveMore(client),
    });
  }

  /** Milliseconds that a request takes of late. */
  get cost(): number {
    return this.#line.cost;
  }

  /**
   * Resolves when it is the request's turn, with what is to be called at its end. Rejects with `NumbersTooBusyError` where the wait would
   * be too long, and when the signal aborts.
   */
  async enter(client: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    let forget = () => {};
    await new Promise<void>((resolve, reject) => {
      this.#line.join(client, resolve, reject, signal, servedRequest.getStore()?.since);
      forget = onAbort(signal, (reason) => {
        if (this.#line.leave(client, resolve)) reject(reason);
      });
      this.#give();
    }).finally(() => forget());
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
      let of = '';
      const begin = this.#line.take((client) => {
        of = client;
        return this.#mayHaveMore(client);
      });
      if (begin === undefined) return;
      this.#add(of, 1);
      begin();
    }
  }

  #mayHaveMore(client: string): boolean {
    return (this.#running.get(client) ?? 0) < this.#most.ofClient;
  }

  #add(client: string, change: 1 | -1): void {
    this.#count += change;
    const count = (this.#running.get(client) ?? 0) + change;
    if (count === 0) this.#running.delete(client);
    else this.#running.set(client, count);
  }
}

/**
 * Has the requests of this scope that need the database wait for their turn.
 * @param all whether all of them do, since the numbers come from it too
 * @param patience milliseconds that a client alone may have to wait for all that it has asked
 */
export function lineUpForDatabase(app: FastifyInstance, all: boolean, patience?: number): void {
  const line = new DatabaseLine(undefined, patience);
  const leaving = new WeakMap<FastifyRequest, () => void>();
  app.addHook('preHandler', async (request, reply) => {
    if (!asksDatabase(request, all)) return;
    const served = servedRequest.getStore();
    const pay = served?.reserve(line.cost / atOnce);
    const leave = await line.enter(clientOf(request), request.signal).catch((error: unknown) => {
      pay?.(0);
      throw error;
    });
    if (served) served.hasBegun = true;
    leaving.set(request, noteCost(leave, pay));
    // Of a client that has left there may be nothing to send.
    reply.raw.once('close', () => leaving.get(request)?.());
  });
  // Not when all is sent: a client that reads slowly would hold its place.
  app.addHook('onSend', async (request) => leaving.get(request)?.());
}

/** Notes what the place costs its request: its share of all places, for as long as it has it. */
function noteCost(leave: () => void, pay: ((milliseconds: number) => void) | undefined): () => void {
  const since = performance.now();
  let isOver = false;
  return () => {
    if (!isOver) pay?.((performance.now() - since) / atOnce);
    isOver = true;
    leave();
  };
}

function asksDatabase({ method, query, routeOptions: { config } }: FastifyRequest, all: boolean): boolean {
  if (config.asksDatabase === false && method !== 'HEAD') return false;
  return all || config.asksDatabase === true || (query as { q?: unknown }).q !== undefined;
}
