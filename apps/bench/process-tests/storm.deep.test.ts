import { expect, test } from 'vitest';
import { measureStorm } from '../src/storm/measure-storm.ts';
import { Cleanup } from '../src/setting/cleanup.ts';

/* The product under a random storm, compared with a plain model after each step. */

test('nothing promised is lost and nothing is half done, whatever breaks in five minutes', { timeout: 900_000 }, async () => {
  const cleanup = new Cleanup();
  // Another each time: what it prints repeats it.
  const seed = 1 + Math.floor(Math.random() * 900_000);
  const told: string[] = [];
  try {
    const context = { cleanup, signal: new AbortController().signal, tell: (text: string) => void told.push(text) };
    const { targets } = await measureStorm({ seed, minutes: 5 }, context);
    expect(targets, `bench storm --seed ${seed}\n${told.join('\n')}`).toMatchObject([{ measured: '0' }]);
    expect(told.length).toBeGreaterThan(5);
  } finally {
    await cleanup.run();
  }
});
