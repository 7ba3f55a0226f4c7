import { Worker } from 'node:worker_threads';
import { problemCodes } from '@monitor/contract';
import { type OperatorAddress } from '../config.ts';
import { describeError } from '../http/describe-error.ts';
import type { Metrics } from '../http/metrics.ts';
import { problemBody } from '../http/problem-error.ts';
import { portError } from '../port.ts';
import type { Ready } from '../readiness.ts';
import type { Api } from '../services.ts';
import { type FromOperatorThread, jsonAnswer, type OperatorAnswer, type ToOperatorThread } from './operator-messages.ts';

/** Milliseconds between two times that the thread is told whether the server is ready, and before it is started again. */
const pause = 1000;

/**
 * Answers `/health/…` and `/metrics` at an address of their own, on a thread that answers nothing else, for as long as the server runs.
 * Throws `PortError` where the server becomes ready to listen and the thread cannot.
 */
export function answerOperator(app: Api, address: OperatorAddress, readiness: () => Promise<Ready>, metrics: Metrics): void {
  let isOver = false;
  let worker: Worker | undefined;

  async function isReady(): Promise<OperatorAnswer> {
    try {
      return jsonAnswer(200, await readiness());
    } catch (error) {
      const problem = describeError(error, app.databaseTrouble());
      return jsonAnswer(problemCodes[problem.code].status, problemBody(problem));
    }
  }

  const tell = (message: ToOperatorThread) => worker?.postMessage(message);

  /** Starts the thread, and starts it again whenever it ends. Resolves when it listens. */
  async function start(): Promise<void> {
    const started = new Worker(new URL('./operator-thread.js', import.meta.url), { execArgv: [], workerData: address });
    worker = started;
    started.unref();
    return new Promise<void>((resolve, reject) => {
      let cause: unknown;
      const fail = (error: unknown) => {
        cause = error;
        reject(error);
      };
      // An error is followed by the end.
      started.on('error', fail);
      started.on('message', async (message: FromOperatorThread) => {
        if ('listens' in message) resolve();
        else if ('failure' in message) {
          fail(portError(message.failure, address));
          await started.terminate();
        } else
          tell({
            question: message.question,
            metrics: { status: 200, type: metrics.contentType, body: await metrics.exposition() },
          });
      });
      started.once('exit', () => {
        if (isOver) return;
        app.log.error({ err: cause }, 'the thread that answers the operator has ended and is started again');
        setTimeout(() => {
          if (!isOver) start().catch(() => undefined);
        }, pause).unref();
      });
    });
  }

  async function report(): Promise<void> {
    const ready = await isReady();
    if (isOver) return;
    tell({ ready });
    setTimeout(() => void report(), pause).unref();
  }

  app.addHook('onReady', async () => {
    await start().catch((error: unknown) => {
      isOver = true;
      throw error;
    });
    void report();
  });
  app.addHook('onClose', async () => {
    isOver = true;
    await worker?.terminate();
  });
}
