import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { runLoad } from './run-load.ts';

test('refusals are counted by their code, and each connection is a client of its own', async () => {
  const clients = new Set<unknown>();
  let requests = 0;
  const server = createServer((request, response) => {
    clients.add(request.headers['x-forwarded-for']);
    if ((requests += 1) % 2 === 0) response.end(request.url);
    else response.writeHead(503, { 'Retry-After': '2' }).end(JSON.stringify({ code: 'too_busy' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const load = { connections: 3, seconds: 0.3, warmUp: 0.3, path: () => '/one', ofManyClients: true };
  let measuring = 0;
  const found = await runLoad(`http://127.0.0.1:${port}`, load, new AbortController().signal, () => (measuring += 1));
  expect(clients.size).toBe(3);
  expect(measuring).toBe(1);
  expect(found.durations.length).toBeGreaterThan(0);
  expect(found.refused.get('too_busy')).toEqual({ count: expect.any(Number), retryAfter: '2', latest: expect.any(Number) });
  // What was answered before it was measured does not count.
  expect(found.durations.length + found.refused.get('too_busy')!.count).toBeLessThan(requests);
  expect(found.failed).toBe(0);
});
