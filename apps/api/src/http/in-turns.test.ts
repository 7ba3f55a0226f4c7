import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { beginInTurns } from './in-turns.ts';
import { readOneAtATime } from './one-at-a-time.ts';

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

test('whoever connects after a crowd is not behind what that asks', async () => {
  const app = Fastify();
  beginInTurns(app, { except: '/health/' });
  const begun: string[] = [];
  app.get('/hard', async () => {
    const end = performance.now() + 20;
    while (performance.now() < end);
    begun.push('hard');
    return 'done';
  });
  app.get('/health/live', async () => begun.push('health'));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const crowd = Array.from({ length: 100 }, () => connect({ host: '127.0.0.1', port }));
  const answered = crowd.map(async (socket) => {
    socket.write('GET /hard HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
  });
  await fetch(`http://127.0.0.1:${port}/health/live`);
  expect(begun.indexOf('health')).toBeLessThan(50);
  await Promise.all(answered);
  expect(begun).toHaveLength(101);
  await app.close();
});

const pipelined = (path: string, count: number) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(count);

test('connections that send 1,400 requests each at once take turns with a client that comes after them, also for health checks', async () => {
  const app = Fastify();
  readOneAtATime(app.server);
  beginInTurns(app, { except: '/health/' });
  const begun: string[] = [];
  let hasAsked = () => {};
  const asked = new Promise<void>((resolve) => (hasAsked = resolve));
  const answer = async ({ url }: { readonly url: string }) => {
    if (begun.push(url) === 100) hasAsked();
    return 'done';
  };
  for (const path of ['/many', '/health/live', '/one']) app.get(path, answer);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const crowd = Array.from({ length: 20 }, () => connect({ host: '127.0.0.1', port }).resume());
  for (const [at, socket] of crowd.entries()) socket.write(pipelined(at < 10 ? '/many' : '/health/live', 1400));
  await asked;
  expect(await (await fetch(`http://127.0.0.1:${port}/one`)).text()).toBe('done');
  // Few turns of all of them: until its connection is accepted, until its request is read and until it is begun.
  expect(begun.indexOf('/one')).toBeLessThan(1000);
  for (const socket of crowd) socket.destroy();
  await app.close();
});

test('a connection with 50,000 requests that wait is answered like any other', async () => {
  const app = Fastify();
  readOneAtATime(app.server);
  beginInTurns(app, { except: '/health/' });
  let begun = 0;
  app.get('/many', async () => String((begun += 1)));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port });
  socket.write(pipelined('/many', 50_000));
  let answers = '';
  for await (const piece of socket) {
    answers += String(piece);
    if (begun >= 500) break;
  }
  const numbers = [...answers.matchAll(/\r\n\r\n(\d+)/g)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(400);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  await app.close();
});
