import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { beginInTurns } from './in-turns.ts';
import { SecurityLog } from './security-log.ts';

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

test('whoever sends many requests at once takes turns with a client that comes after them', async () => {
  const app = Fastify();
  beginInTurns(app, { except: '/health/' });
  const begun: string[] = [];
  let other: Promise<unknown> | undefined;
  app.get('/many', async () => {
    // By now all of them have been read.
    if (begun.push('many') === 1) other = Promise.resolve(app.inject('/one'));
    return 'done';
  });
  app.get('/one', async () => begun.push('one'));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port });
  socket.write(pipelined('/many', 100));
  let answers = '';
  for await (const piece of socket) {
    answers += String(piece);
    if (answers.split('HTTP/1.1 200').length === 101) break;
  }
  await other;
  expect(begun).toHaveLength(101);
  expect(begun.indexOf('one')).toBeLessThan(4);
  await app.close();
});

test('a connection with more than a hundred requests that wait is closed, and its client is noted', async () => {
  const app = Fastify();
  const lines: unknown[] = [];
  const log = new SecurityLog((line) => lines.push(line));
  app.decorate('securityLog', log);
  beginInTurns(app, { except: '/health/' });
  let begun = 0;
  app.get('/many', async () => (begun += 1));
  app.get('/one', async () => 'done');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port }).on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(pipelined('/many', 50_000));
  await closed;
  expect((await fetch(`http://127.0.0.1:${port}/one`)).status).toBe(200);
  expect(begun).toBe(0);
  log.turn();
  expect(lines).toEqual([expect.objectContaining({ client: '127.0.0.1', refused: { too_many_requests: 1 } })]);
  await app.close();
});
