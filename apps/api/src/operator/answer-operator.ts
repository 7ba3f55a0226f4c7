import { type OperatorAddress } from '../config.ts';
import { type BareAnswer, jsonAnswer, problemAnswer } from '../http/bare-answer.ts';
import { describeError } from '../http/describe-error.ts';
import type { Metrics } from '../http/metrics.ts';
import { portError } from '../port.ts';
import type { Ready } from '../readiness.ts';
import type { Api } from '../services.ts';
import { Thread } from '../threads.ts';
import type { Answers, Operating } from './operator-thread.ts';

/** Milliseconds between two times that the thread is told whether the server is ready, and before it is started again. */
const pause = 1000;

/**
 * Answers `/health/…` and `/metrics` at an address of their own, on a thread that answers nothing else, for as long as the server runs.
 * Throws `PortError` where the server becomes ready to listen and the thread cannot.
 */
export function answerOperator(app: Api, address: OperatorAddress, readiness: () => Promise<Ready>, metrics: Metrics): void {
  let isOver = false;
  let thread: Thread<Operating> | undefined;

  async function isReady(): Promise<BareAnswer> {
    try {
      return jsonAnswer(200, await readiness());
    } catch (error) {
      return problemAnswer(describeError(error, app.databaseTrouble()));
    }
  }

  const answers: Answers = {
    metrics: async () => ({ status: 200, type: metrics.contentType, body: await metrics.exposition() }),
  };

  /** Starts the thread, and starts it again whenever it ends. Resolves when it listens. */
  async function start(): Promise<void> {
    const started = new Thread<Operating>(new URL('./operator-thread.js', import.meta.url), { workerData: address }, answers);
    thread = started;
    started.onceEnded((cause) => {
      if (isOver) return;
      app.log.error({ err: cause }, 'the thread that answers the operator has ended and is started again');
      setTimeout(() => {
        if (!isOver) start().catch(() => undefined);
      }, pause).unref();
    });
    await started.call('listen', []).catch((error: unknown) => {
      void started.stop();
      throw portError(error, address);
    });
  }

  async function report(): Promise<void> {
    const ready = await isReady();
    if (isOver) return;
    // A thread that has ended is told when it is there again.
    thread?.call('report', [ready]).catch(() => undefined);
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
    await thread?.stop();
  });
}
