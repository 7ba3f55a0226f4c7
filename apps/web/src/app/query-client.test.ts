import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FailureKind, RequestError } from '../api/request.ts';
import { createQueryClient } from './query-client.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // Nothing is refetched outside a browser.
  environmentManager.setIsServer(() => false);
});
afterEach(() => {
  vi.useRealTimers();
  environmentManager.setIsServer(() => true);
});

/** Seconds from the first request at which the next ones were made, within some minutes of nothing but this error. */
async function retries(kind: FailureKind, retryAfter?: number, minutes = 1): Promise<number[]> {
  const start = Date.now();
  const asked: number[] = [];
  const client = createQueryClient();
  const observer = new QueryObserver(client, {
    queryKey: ['request'],
    queryFn: () => {
      asked.push((Date.now() - start) / 1000);
      return Promise.reject(new RequestError(kind, { status: 0, message: kind, retryAfter }));
    },
    ...client.getDefaultOptions().queries,
  });
  const stop = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(minutes * 60_000);
  stop();
  client.clear();
  return asked.slice(1);
}

test('an answer that is not complete is asked for again after some seconds, until it is', async () => {
  const client = createQueryClient();
  let asked = 0;
  const queryFn = () => Promise.resolve({ isPartial: ++asked < 3 });
  const observer = new QueryObserver(client, { queryKey: ['page'], queryFn, ...client.getDefaultOptions().queries });
  const stop = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(60_000);
  stop();
  client.clear();
  expect(asked).toBe(3);
});

test('a server that is away or in trouble gets one retry at once, then one every ten seconds', async () => {
  for (const kind of ['unreachable', 'failed'] as const) expect((await retries(kind)).slice(0, 3)).toEqual([0.4, 10.4, 10.8]);
});

test('what took too long is retried by a person only', async () => {
  expect(await retries('too_slow')).toEqual([]);
  expect(await retries('too_slow', 5)).toEqual([]);
});

test('what was refused is not retried', async () => {
  expect(await retries('refused')).toEqual([]);
});

test('a busy server gets no retry before the time it gave', async () => {
  expect((await retries('busy', 2)).slice(0, 3)).toEqual([2, 4, 6]);
  expect(await retries('busy', 40)).toEqual([40]);
  expect((await retries('failed', 15)).slice(0, 2)).toEqual([15, 30]);
});

test('a busy server that gave no time gets ever fewer retries, then one every ten seconds', async () => {
  expect((await retries('busy')).slice(0, 4).map((seconds) => Number(seconds.toFixed(1)))).toEqual([0.4, 1.2, 2.8, 12.8]);
});
