import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { untilAborted } from './cancellable.ts';

test('what never settles ends with the signal', async () => {
  const interruption = new AbortController();
  const waiting = untilAborted(new Promise(() => {}), interruption.signal);
  interruption.abort(new Error('Ctrl-C'));
  await expect(waiting).rejects.toThrow('Ctrl-C');
  await expect(untilAborted(new Promise(() => {}), interruption.signal)).rejects.toThrow('Ctrl-C');
});

test('otherwise it is the promise, and nothing goes on listening', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(7), signal)).toBe(7);
  await expect(untilAborted(Promise.reject(new Error('no database')), signal)).rejects.toThrow('no database');
  await setImmediate();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('what fails after the signal fails for nobody', async () => {
  let unhandled = 0;
  const count = () => (unhandled += 1);
  process.on('unhandledRejection', count);
  const waiting = untilAborted(Promise.reject(new Error('closed')), AbortSignal.abort(new Error('Ctrl-C')));
  await expect(waiting).rejects.toThrow('Ctrl-C');
  await setImmediate();
  process.off('unhandledRejection', count);
  expect(unhandled).toBe(0);
});
