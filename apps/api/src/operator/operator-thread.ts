/* Answers the operator apart from what answers readers, so that a crowd of those does not look like a server that is down. */
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import type { OperatorAddress } from '../config.ts';
import { ProblemError } from '@monitor/engine';
import { type BareAnswer, jsonAnswer, problemAnswer, sendBare } from '../http/bare-answer.ts';
import { answerCalls } from '../remote-calls.ts';

/** Milliseconds after which what the server last said of itself no longer counts, and for which metrics are waited for. */
const patience = 10_000;
/** Metrics that are waited for at a time. */
const mostQuestions = 16;

let ready = problem('not_ready', 'The server is starting.');
let heard = performance.now();
let questions = 0;

const server = createServer(async (request, response) =>
  sendBare(response, await answerTo(request.method, request.url?.split('?')[0])),
);

const functions = {
  listen: async () =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(workerData as OperatorAddress, resolve);
    }),
  /** Says whether the server is ready, once a second. */
  async report(answer: BareAnswer): Promise<void> {
    ready = answer;
    heard = performance.now();
  },
};
export type Operating = typeof functions;

/** What the thread calls. */
export type Answers = { readonly metrics: () => Promise<BareAnswer> };

const main = answerCalls<Answers>(functions);

function problem(...[code, detail]: ConstructorParameters<typeof ProblemError>): BareAnswer {
  return problemAnswer(new ProblemError(code, detail));
}

async function answerTo(method = '', path = ''): Promise<BareAnswer> {
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
      return isSilent || questions >= mostQuestions ? tooLate : metrics();
    default:
      return problem('not_found', 'Ask /health/live, /health/ready or /metrics.');
  }
}

const tooLate = problem('too_busy', 'The server has no time for its metrics. Try again later.');

async function metrics(): Promise<BareAnswer> {
  questions += 1;
  try {
    return await Promise.race([main.call('metrics', []), wait(patience, tooLate)]);
  } finally {
    questions -= 1;
  }
}
