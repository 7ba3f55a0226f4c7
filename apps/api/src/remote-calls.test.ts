import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { RemoteCalls } from './remote-calls.ts';

const bytes = new Uint8Array([1, 2, 3]);
const functions = {
  add: async (one: number, other: number) => one + other,
  twice: async (name: string) => `${name} ${await there.call('greet', [name])}`,
  work: async (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  },
  fail: async () => {
    await functions.work(20);
    throw Object.assign(new TypeError('broken'), { code: 'E_BROKEN' });
  },
  never: async () => new Promise<void>(() => undefined),
  take: async () => bytes,
};
const own = { greet: async (name: string) => wait(30, `Hello ${name}`) };
let there: RemoteCalls<typeof own>;

function connected(): RemoteCalls<typeof functions> {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  there = new RemoteCalls(port2, functions);
  return new RemoteCalls(port1, own);
}

test('both sides call functions of the other, several at a time', async () => {
  const calls = connected();
  expect(await Promise.all([calls.call('twice', ['Ana']), calls.call('add', [1, 2])])).toEqual(['Ana Hello Ana', 3]);
});

test('a failure arrives with its name and code, and what it has cost', async () => {
  const calls = connected();
  let cost = 0;
  const failing = calls.call('fail', [], (milliseconds) => (cost = milliseconds));
  await expect(failing).rejects.toMatchObject({ name: 'TypeError', message: 'broken', code: 'E_BROKEN' });
  expect(cost).toBeGreaterThanOrEqual(19);
});

test('bytes are handed over, not copied', async () => {
  expect(await connected().call('take', [])).toEqual(new Uint8Array([1, 2, 3]));
  expect(bytes).toHaveLength(0);
});

test('when the other side has ended, whatever is and will be called fails', async () => {
  const calls = connected();
  const waiting = calls.call('never', []);
  calls.end(new Error('ended'));
  await expect(waiting).rejects.toThrow('ended');
  await expect(calls.call('add', [1, 2])).rejects.toThrow('ended');
  expect(calls.hasEnded).toBe(true);
});
