import type { Worker } from 'node:worker_threads';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { freePort } from '@monitor/built-in-server/free-port';
import type * as built from '../src/operator/answer-operator.ts';

/* The thread of the built product that answers the operator. */

test('the thread that answers the operator is started again where it ends, and that is said', async () => {
  const path = new URL('../dist/operator/answer-operator.js', import.meta.url).href;
  const { answerOperator } = (await import(path)) as typeof built;
  const started: Worker[] = [];
  const note = (worker: Worker) => started.push(worker);
  process.on('worker', note);
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } } });
  const address = { setting: 'OPERATOR_ADDRESS', host: '127.0.0.1', port: await freePort() } as const;
  const metrics = { contentType: 'text/plain', exposition: async () => 'monitor_database_up 1' };
  answerOperator(app, address, async () => ({ status: 'ready', datasetVersion: 1 }), metrics);
  await app.ready();
  await started[0]!.terminate();
  const ask = async (about: string) =>
    fetch(`http://127.0.0.1:${address.port}${about}`).then(
      ({ status }) => status,
      () => undefined,
    );
  await expect.poll(() => ask('/health/ready')).toBe(200);
  expect(await ask('/metrics')).toBe(200);
  expect([started.length, lines]).toEqual([2, [expect.stringContaining('has ended and is started again')]]);
  process.off('worker', note);
  await app.close();
  expect(await ask('/health/live')).toBeUndefined();
});
