import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { ProblemError } from '@monitor/engine';
import type { Config } from './config.ts';
import { jsonAnswer, problemAnswer, sendBare } from './http/bare-answer.ts';
import { makeServer } from './http/request-limits.ts';
import { portError } from './port.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Milliseconds that a request waits for the end of the start before it is refused. */
const longestWait = 3000;

const starting = new ProblemError('not_ready', 'The server is starting. Try again in 10 seconds.', {
  headers: { 'Retry-After': '10' },
});

/**
 * Listens from the beginning of the start. Whoever comes before its end waits for it and is answered then, or is refused after three
 * seconds. Health checks are told at once how it is.
 */
export class Door {
  readonly server = makeServer();
  /** Requests that wait, by their answers. */
  readonly #waiting = new Map<ServerResponse, IncomingMessage>();
  #handler: Handler = (request, response) => this.#holdBack(request, response);
  readonly #answersHealth: boolean;

  /** @param answersHealth whether health checks come here */
  constructor(answersHealth: boolean) {
    this.#answersHealth = answersHealth;
    this.server.on('request', (request, response) => this.#handler(request, response));
  }

  /** Throws `PortError` where nothing can listen there. */
  async open({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
    try {
      const [first, ...others] = await lookup(host, { all: true });
      await once(this.server.listen({ host: first!.address, port }), 'listening');
      for (const { address } of others) this.#alsoAt(address);
    } catch (error) {
      throw portError(error, { host, port });
    }
  }

  get address(): string {
    const { address, family, port } = this.server.address() as AddressInfo;
    if (family === 'IPv6') return `http://[${address}]:${port}`;
    return `http://${address === '0.0.0.0' ? '127.0.0.1' : address}:${port}`;
  }

  /** Has all requests answered, also those that have waited. */
  letIn(handler: Handler): void {
    this.#handler = handler;
    // One in a turn, since more may come, and the first are slow.
    const [next] = this.#waiting;
    if (next === undefined) return;
    const [response, request] = next;
    this.#waiting.delete(response);
    handler(request, response);
    setImmediate(() => this.letIn(handler));
  }

  /** Takes no more requests and waits for the running ones; refuses those that wait for the start. */
  async close(): Promise<void> {
    for (const response of this.#waiting.keys()) this.#refuse(response);
    await new Promise((closed) => this.server.close(closed));
  }

  /** A name such as localhost may have several addresses. Not all of them may exist here. */
  #alsoAt(host: string): void {
    const { port } = this.server.address() as AddressInfo;
    const beside = createServer({ noDelay: true }, (socket) => this.server.emit('connection', socket));
    beside.on('error', () => undefined).listen({ host, port });
    this.server.once('close', () => beside.close());
  }

  #holdBack(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url?.split('?')[0];
    if (this.#answersHealth && path === '/health/live') sendBare(response, jsonAnswer(200, { status: 'live' }));
    else if (this.#answersHealth && path === '/health/ready') this.#refuse(response);
    else {
      const late = setTimeout(() => {
        if (this.#waiting.has(response)) this.#refuse(response);
      }, longestWait);
      this.#waiting.set(response, request);
      response.once('close', () => {
        clearTimeout(late);
        this.#waiting.delete(response);
      });
    }
  }

  #refuse(response: ServerResponse): void {
    this.#waiting.delete(response);
    sendBare(response, problemAnswer(starting), starting.headers);
  }
}
