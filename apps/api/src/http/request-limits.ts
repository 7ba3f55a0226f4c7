import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { problemCodes } from '@monitor/contract';
import { answerLimits } from '../answer-limits.ts';
import { clientOf } from './client-address.ts';
import { ProblemError } from '@monitor/engine';
import { headersOf, problemAnswer, sendBare } from './bare-answer.ts';
import { readOneAtATime } from './one-at-a-time.ts';

/** Characters of path and query together; a filter with the largest polygon fits. */
export const longestAddress = 8192;
/** Bytes of request line and headers together. */
const mostHeaderBytes = 16_384;

/** Options of the app that bound what a client can ask of us. Times in milliseconds, sizes in bytes. */
export const requestLimits = {
  /** Nothing here takes a body. */
  bodyLimit: 1024,
  /** To answer a request; the download has its own. */
  handlerTimeout: answerLimits.answer,
  clientErrorHandler: refuseUnreadable,
} as const;

/** Options of what reads requests. */
export const readingLimits = {
  /** To receive a request. */
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  // Answered below, as every other mistake is.
  requireHostHeader: false,
  maxHeaderSize: mostHeaderBytes,
  headersTimeout: 15_000,
  // Node looks every half minute unless told otherwise, so that slow headers would have three times as long.
  connectionsCheckingInterval: 1000,
} as const;

/** What reads requests and does not answer any yet. */
export function makeServer(): Server {
  const server = createServer(readingLimits);
  readOneAtATime(server);
  return server;
}

/** Refuses addresses that are longer than any that the product makes, and requests that do not say whom they ask. */
export function limitAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined)
      throw new ProblemError('bad_request', 'The request has no Host header, which HTTP/1.1 requires.');
    if ((request.raw.url?.length ?? 0) > longestAddress)
      throw new ProblemError(
        'address_too_long',
        `The path and query must be ${longestAddress} characters or fewer in total. If the filter has a polygon, draw a simpler one.`,
      );
  });
}

/** Answers a request that expects something before it sends its body; nothing here takes one. */
export function answerExpectations(app: FastifyInstance): void {
  const refuse = (_request: IncomingMessage, response: ServerResponse) => {
    const problem = new ProblemError('expectation_failed', 'Send the request without the Expect header.');
    sendBare(response, problemAnswer(problem), lastOnes);
  };
  // Node would otherwise accept the expectation, with status 100.
  app.server.on('checkContinue', refuse);
  app.server.on('checkExpectation', refuse);
}

/** Headers of the last answer on a connection. */
const lastOnes = { Connection: 'close' } as const;

const unreadable = {
  HPE_HEADER_OVERFLOW: new ProblemError(
    'headers_too_large',
    `The request line and headers must be ${mostHeaderBytes} bytes or fewer in total.`,
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new ProblemError('request_timeout', 'The request did not arrive in time. Try again.'),
} as const;

/**
 * Answers what Node could not read as HTTP; there is no request object yet, so the response is written by hand, and the client is the
 * other end of the connection, be it a proxy.
 */
function refuseUnreadable(this: FastifyInstance, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const problem =
    unreadable[error.code as keyof typeof unreadable] ?? new ProblemError('bad_request', 'This is not a valid HTTP/1.1 request.');
  this.securityLog.refused(clientOf({ ip: socket.remoteAddress ?? '' }), problem.code);
  const answer = problemAnswer(problem);
  const headers = Object.entries({ ...headersOf(answer), ...lastOnes }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${answer.status} ${problemCodes[problem.code].title}`, ...headers, '', answer.body].join('\r\n'));
}
