import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '@monitor/contract';
import { clientOf } from './client-address.ts';

/** Refusals by which the server protects itself. One of them is worth a line. */
const protections: ReadonlySet<ProblemCode> = new Set([
  'too_many_requests',
  'too_many_downloads',
  'address_too_long',
  'headers_too_large',
  'body_too_large',
  'request_timeout',
  'wrong_host',
]);
/** Refusals that come by the hundred in a crowd: a line for each would fill the disk, and those of a client are counted here anyway. */
export const countedByMinute: ReadonlySet<ProblemCode> = new Set(['too_busy', 'too_many_downloads']);
/** Other refused requests of a client in a minute that are worth a line: nobody mistypes so often. */
const manyRefusals = 30;
/** Seconds of the whole server in a minute that are worth a line: a sixth of it. */
const manySeconds = 10;
/** Clients that are remembered in a minute. */
const mostClients = 10_000;
const minute = 60_000;

/** What a client did in a minute. */
export interface ClientMinute {
  readonly client: string;
  readonly requests: number;
  /** What its requests cost, as time of the whole server. */
  readonly seconds: number;
  /** How many of its requests were refused, by the code of the problem. */
  readonly refused: Readonly<Partial<Record<ProblemCode, number>>>;
}

interface Tally {
  requests: number;
  milliseconds: number;
  readonly refused: Partial<Record<ProblemCode, number>>;
}

declare module 'fastify' {
  interface FastifyInstance {
    securityLog: SecurityLog;
  }
}

/**
 * One line a minute for each client that was refused by a limit, had many requests refused, or kept the server busy. Only of these the
 * address is written down.
 */
export class SecurityLog {
  readonly #write: (line: ClientMinute) => void;
  #tallies = new Map<string, Tally>();

  constructor(write: (line: ClientMinute) => void) {
    this.#write = write;
  }

  /** @param milliseconds of the whole server that the request cost */
  answered(client: string, milliseconds: number): void {
    const tally = this.#of(client);
    if (tally === undefined) return;
    tally.requests += 1;
    tally.milliseconds += milliseconds;
  }

  refused(client: string, code: ProblemCode): void {
    const refused = this.#of(client)?.refused;
    if (refused !== undefined) refused[code] = (refused[code] ?? 0) + 1;
  }

  /** Writes the lines of the minute that ends, and begins the next one. */
  turn(): void {
    const tallies = this.#tallies;
    this.#tallies = new Map();
    for (const [client, { requests, milliseconds, refused }] of tallies) {
      const codes = Object.keys(refused) as ProblemCode[];
      const count = codes.reduce((sum, code) => sum + refused[code]!, 0);
      const seconds = Math.round(milliseconds / 100) / 10;
      if (codes.some((code) => protections.has(code)) || count >= manyRefusals || seconds >= manySeconds)
        this.#write({ client, requests, seconds, refused });
    }
  }

  #of(client: string): Tally | undefined {
    const known = this.#tallies.get(client);
    if (known !== undefined || this.#tallies.size >= mostClients) return known;
    const tally: Tally = { requests: 0, milliseconds: 0, refused: {} };
    this.#tallies.set(client, tally);
    return tally;
  }
}

/** Keeps the security log of the server, as warnings, so that it is written unless somebody has turned warnings off. */
export function keepSecurityLog(app: FastifyInstance): void {
  const log = new SecurityLog((line) => app.log.warn({ security: line }, 'client to watch'));
  app.decorate('securityLog', log);
  app.addHook('onResponse', async (request) => log.answered(clientOf(request), request.served?.spent ?? 0));
  const turns = setInterval(() => log.turn(), minute).unref();
  app.addHook('onClose', async () => {
    clearInterval(turns);
    log.turn();
  });
}
