import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { collectAtRest } from './collect-at-rest.ts';

/** Keeps the thread busy for some milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test('what work has left is collected each time that it is over, and not before', async () => {
  const kept = new Set<object>();
  let left: WeakRef<object>;
  const leave = () => {
    const garbage = { of: 'a crowd' };
    kept.add(garbage);
    left = new WeakRef(garbage);
  };
  collectAtRest(() => kept.clear(), 400);
  for (let time = 1; time <= 2; time += 1) {
    leave();
    for (let turn = 0; turn < 10; turn += 1) {
      work(30);
      await wait(30);
    }
    expect(kept.size).toBe(1);
    await vi.waitFor(() => expect(left.deref() === undefined).toBe(true), { timeout: 60_000, interval: 200 });
  }
});
