import { expect, test } from 'vitest';
import { runInWorker, type WorkerLike } from './run-in-worker.ts';
import { answerTask, type StatisticsMessage, type StatisticsTask } from './statistics-task.ts';
import { allReported } from '../../../../../packages/domain/testing/all-reported.ts';

const task = {
  kind: 'concentration',
  ranking: {
    inSettlements: { settlements: 30, incidents: 230, amount: 230, killed: 0, injured: 0, ...allReported },
    elsewhere: { incidents: 0, amount: 0, killed: 0, injured: 0, ...allReported },
    spread: {
      counts: [
        { amount: 100, settlements: 2 },
        { amount: 1, settlements: 28 },
      ],
      known: 90,
    },
  },
} as const satisfies StatisticsTask;

/** A worker that says what it is told to. */
class ToldWorker extends EventTarget implements WorkerLike {
  readonly tasks: unknown[] = [];
  ended = 0;
  postMessage(given: unknown): void {
    this.tasks.push(given);
  }
  terminate(): void {
    this.ended += 1;
  }
  say(data: StatisticsMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

test('progress is passed on, and the answer ends the thread', async () => {
  const thread = new ToldWorker();
  const shares: number[] = [];
  const answer = runInWorker(task, {
    signal: new AbortController().signal,
    progress: (share) => shares.push(share),
    start: () => thread,
  });
  expect(thread.tasks).toEqual([task]);
  thread.say({ share: 0.5 });
  thread.say({ answer: answerTask(task, () => {}) });
  expect(await answer).toMatchObject({ kind: 'measured', places: 90 });
  expect(shares).toEqual([0.5]);
  expect(thread.ended).toBe(1);
});

test('a signal that aborts ends the thread at once', async () => {
  const thread = new ToldWorker();
  const stop = new AbortController();
  const answer = runInWorker(task, { signal: stop.signal, start: () => thread });
  stop.abort(new Error('stopped'));
  await expect(answer).rejects.toThrow('stopped');
  expect(thread.ended).toBe(1);
});

test('a failure of the thread is one of the calculation', async () => {
  const thread = new ToldWorker();
  const answer = runInWorker(task, { signal: new AbortController().signal, start: () => thread });
  thread.say({ failure: 'RangeError: no' });
  await expect(answer).rejects.toThrow('RangeError: no');
  const other = new ToldWorker();
  const unstarted = runInWorker(task, { signal: new AbortController().signal, start: () => other });
  other.dispatchEvent(new Event('error'));
  await expect(unstarted).rejects.toThrow('could not be started');
});
