import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { beginInTurns } from './in-turns.ts';

test('many requests are begun a few at a time and in their order, and a health check that comes after them is not behind them', async () => {
  const app = Fastify();
  beginInTurns(app, { except: '/health/' });
  const begun: string[] = [];
  app.get<{ Params: { name: string } }>('/number/:name', async ({ params }) => begun.push(params.name));
  app.get('/health/live', async () => begun.push('health'));
  await app.ready();
  const numbers = Array.from({ length: 100 }, (_, number) => String(number));
  const answers = [...numbers.map((number) => app.inject(`/number/${number}`)), app.inject('/health/live')];
  const statuses = (await Promise.all(answers)).map(({ statusCode }) => statusCode);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(begun.filter((name) => name !== 'health')).toEqual(numbers);
  expect(begun.indexOf('health')).toBeLessThan(20);
  await app.close();
});
