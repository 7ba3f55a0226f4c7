import { expect, test, vi } from 'vitest';
import { runInWorker, type WorkerLike } from './run-in-worker.ts';
import { answerTask, type StatisticsMessage, type StatisticsTask } from './statistics-task.ts';

const task = {
  kind: 'concentration',
  ranking: {
    inSettlements: { settlements: 30, amount: 230, killed: 0, injured: 0 },
    elsewhere: { incidents: 0, amount: 0, killed: 0, injured: 0 },
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
function worker(): WorkerLike & { readonly say: (message: StatisticsMessage) => void } {
  const made: WorkerLike = { postMessage: vi.fn(), terminate: vi.fn(), onmessage: null, onerror: null };
  return Object.assign(made, {
    say: (data: StatisticsMessage) => made.onmessage?.call(made as unknown as Worker, { data } as MessageEvent<StatisticsMessage>),
  });
}

test('progress is passed on, and the answer ends the thread', async () => {
  const thread = worker();
  const shares: number[] = [];
  const answer = runInWorker(task, {
    signal: new AbortController().signal,
    progress: (share) => shares.push(share),
    start: () => thread,
  });
  expect(thread.postMessage).toHaveBeenCalledWith(task);
  thread.say({ share: 0.5 });
  thread.say({ answer: answerTask(task, () => {}) });
  expect(await answer).toMatchObject({ kind: 'measured', places: 90 });
  expect(shares).toEqual([0.5]);
  expect(thread.terminate).toHaveBeenCalledOnce();
});

test('a signal that aborts ends the thread at once', async () => {
  const thread = worker();
  const stop = new AbortController();
  const answer = runInWorker(task, { signal: stop.signal, start: () => thread });
  stop.abort(new Error('stopped'));
  await expect(answer).rejects.toThrow('stopped');
  expect(thread.terminate).toHaveBeenCalledOnce();
});

test('a failure of the thread is one of the calculation', async () => {
  const thread = worker();
  const answer = runInWorker(task, { signal: new AbortController().signal, start: () => thread });
  thread.say({ failure: 'RangeError: no' });
  await expect(answer).rejects.toThrow('RangeError: no');
  const other = worker();
  const unstarted = runInWorker(task, { signal: new AbortController().signal, start: () => other });
  other.onerror?.call(other as unknown as Worker, { message: '' } as ErrorEvent);
  await expect(unstarted).rejects.toThrow('could not be started');
});
