import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { untilAborted } from './until-aborted.ts';

test('what never settles ends with the signal', async () => {
  const interruption = new AbortController();
  const waiting = untilAborted(interruption.signal, new Promise(() => {}));
  interruption.abort(new Error('Ctrl-C'));
  await expect(waiting).rejects.toThrow('Ctrl-C');
  await expect(untilAborted(interruption.signal, new Promise(() => {}))).rejects.toThrow('Ctrl-C');
});

test('otherwise it is the promise, and nothing goes on listening', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(signal, Promise.resolve(7))).toBe(7);
  await expect(untilAborted(signal, Promise.reject(new Error('no browser')))).rejects.toThrow('no browser');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
