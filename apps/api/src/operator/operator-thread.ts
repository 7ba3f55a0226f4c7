/* Answers the operator apart from what answers readers, so that a crowd of those does not look like a server that is down. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { problemCodes } from '@monitor/contract';
import type { OperatorAddress } from '../config.ts';
import { problemBody, ProblemError } from '../http/problem-error.ts';
import { bareSecurityHeaders } from '../http/security-headers.ts';
import { type FromOperatorThread, jsonAnswer, type OperatorAnswer, type ToOperatorThread } from './operator-messages.ts';

/** Milliseconds after which what the server last said of itself no longer counts, and for which metrics are waited for. */
const patience = 10_000;
/** Metrics that are waited for at a time. */
const mostQuestions = 16;

const say = (message: FromOperatorThread) => parentPort?.postMessage(message);

let ready = problem('not_ready', 'The server is starting.');
let heard = performance.now();
const waiting = new Map<number, (metrics: OperatorAnswer) => void>();
let questions = 0;

parentPort?.on('message', (message: ToOperatorThread) => {
  if ('question' in message) {
    waiting.get(message.question)?.(message.metrics);
    return;
  }
  ({ ready } = message);
  heard = performance.now();
});

function problem(...[code, detail]: ConstructorParameters<typeof ProblemError>): OperatorAnswer {
  return jsonAnswer(problemCodes[code].status, problemBody(new ProblemError(code, detail)));
}

async function answerTo(method = '', path = ''): Promise<OperatorAnswer> {
  if (method !== 'GET' && method !== 'HEAD')
    return problem('method_not_allowed', `Use GET. This address does not accept ${method}.`);
  const silent = performance.now() - heard;
  const isSilent = silent > patience;
  switch (path) {
    case '/health/live':
    case '/health/ready':
      if (isSilent) return problem('not_ready', `The server has not reacted for ${Math.round(silent / 1000)} seconds.`);
      return path === '/health/live' ? jsonAnswer(200, { status: 'live' }) : ready;
    case '/metrics':
      return isSilent || waiting.size >= mostQuestions ? tooLate : metrics();
    default:
      return problem('not_found', 'Ask /health/live, /health/ready or /metrics.');
  }
}

const tooLate = problem('too_busy', 'The server has no time for its metrics. Try again later.');

async function metrics(): Promise<OperatorAnswer> {
  const question = ++questions;
  try {
    return await new Promise((resolve) => {
      waiting.set(question, resolve);
      setTimeout(() => resolve(tooLate), patience);
      say({ question });
    });
  } finally {
    waiting.delete(question);
  }
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, type, body } = await answerTo(request.method, request.url?.split('?')[0]);
  const headers = { ...bareSecurityHeaders, 'Cache-Control': 'no-store', 'Content-Type': type };
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

createServer((request, response) => void respond(request, response))
  .once('error', (failure) => say({ failure }))
  .listen(workerData as OperatorAddress, () => say({ listens: true }));
