import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { supervise } from './supervision.ts';

test('a server that cannot be started is tried again after longer and longer pauses, and the reason can be read meanwhile', async () => {
  const ended = spawn(process.execPath, ['--eval', '0']);
  await once(ended, 'exit');
  const tries: number[] = [];
  const told: string[] = [];
  const supervisor = supervise(ended, {
    port: 1,
    watch: { every: 1000, patience: 1000 },
    start: async () => {
      tries.push(performance.now());
      throw new Error('The port is taken.');
    },
    isDiskFull: async () => tries.length > 1,
    onTrouble: (message) => told.push(message),
  });
  await expect.poll(() => supervisor.trouble()).toContain('The disk of the database is full.');
  // Pauses of none, 100, 200, 400 and 800 milliseconds.
  while (tries.length < 5) await wait(50);
  await supervisor.end();
  const pauses = tries.slice(1).map((at, before) => at - tries[before]!);
  for (const [at, pause] of pauses.entries()) expect(pause).toBeGreaterThan(95 * 2 ** at);
  expect(told.slice(0, 2)).toEqual([
    'The built-in PostgreSQL ended with the code 0. Starting it again.',
    'The port is taken. Trying again.',
  ]);
  const { length } = tries;
  await wait(100);
  expect(tries).toHaveLength(length);
});
