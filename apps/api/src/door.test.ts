import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Door } from './door.ts';

async function openDoor({ answersHealth = true, host = '127.0.0.1' } = {}) {
  const door = new Door(answersHealth);
  onTestFinished(() => door.close());
  await door.open({ host, port: 0 });
  const { address } = door;
  const ask = (path: string, init?: RequestInit) => fetch(`${address}${path}`, init);
  /** Resolves when so many requests have come. */
  const come = (requests: number) =>
    new Promise<void>((resolve) => {
      let left = requests;
      door.server.on('request', () => {
        if (--left === 0) resolve();
      });
    });
  return { door, ask, come };
}

const answered = 'answered by the app';

test('requests that come during the start are answered at its end, and health checks at once', async () => {
  const { door, ask, come } = await openDoor();
  const all = come(20);
  const early = Array.from({ length: 20 }, (_, number) => ask(`/${number}`));
  await all;
  const [live, ready] = [await ask('/health/live'), await ask('/health/ready?from=monitoring')];
  expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  expect([ready.status, ready.headers.get('retry-after'), await ready.json()]).toEqual([
    503,
    '10',
    expect.objectContaining({ code: 'not_ready', detail: 'The server is starting. Try again in 10 seconds.' }),
  ]);
  door.letIn((_request, response) => response.end(answered));
  const texts = await Promise.all([...early, ask('/late'), ask('/health/live')].map(async (answer) => (await answer).text()));
  expect(new Set(texts)).toEqual(new Set([answered]));
});

test('a request that has waited for three seconds is refused, and one that is being answered by then is not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { door, ask, come } = await openDoor();
  const [first, both] = [come(1), come(2)];
  const early = ask('/early');
  await first;
  vi.advanceTimersByTime(1500);
  const next = ask('/next');
  await both;
  vi.advanceTimersByTime(1500);
  const refused = await early;
  expect([refused.status, refused.headers.get('x-content-type-options')]).toEqual([503, 'nosniff']);
  expect(await refused.json()).toMatchObject({ code: 'not_ready' });
  let finish = () => {};
  door.letIn((_request, response) => (finish = () => void response.end(answered)));
  vi.advanceTimersByTime(1500);
  finish();
  expect(await (await next).text()).toBe(answered);
});

test('a client that leaves while it waits is forgotten', async () => {
  const { door, ask } = await openDoor();
  const came = once(door.server, 'request');
  const leaving = new AbortController();
  const left = ask('/left', { signal: leaving.signal });
  const [, response] = (await came) as [IncomingMessage, ServerResponse];
  const gone = once(response, 'close');
  leaving.abort();
  await expect(left).rejects.toThrow('aborted');
  await gone;
  const handled: (string | undefined)[] = [];
  door.letIn((request, answer) => {
    handled.push(request.url);
    answer.end(answered);
  });
  await ask('/next');
  expect(handled).toEqual(['/next']);
});

test('who waits when the start ends early is refused', async () => {
  const { door, ask, come } = await openDoor();
  const came = come(1);
  const early = ask('/');
  await came;
  await door.close();
  expect((await early).status).toBe(503);
  await expect(ask('/')).rejects.toThrow('fetch failed');
});

test('where the operator has an address of his own, a health check waits like any other request', async () => {
  const { door, ask, come } = await openDoor({ answersHealth: false });
  const came = come(1);
  const check = ask('/health/live');
  await came;
  door.letIn((_request, response) => response.end(answered));
  expect(await (await check).text()).toBe(answered);
});

test('every address of localhost is answered, and a port that is taken is named', async () => {
  const { door } = await openDoor({ host: 'localhost' });
  door.letIn((_request, response) => response.end(answered));
  const { port } = new URL(door.address);
  for (const host of ['127.0.0.1', 'localhost']) expect(await (await fetch(`http://${host}:${port}`)).text()).toBe(answered);
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const taken = (other.address() as { port: number }).port;
  await expect(new Door(true).open({ host: '127.0.0.1', port: taken })).rejects.toMatchObject({
    name: 'PortError',
    message: expect.stringContaining(`Port ${taken} is already in use.`) as string,
  });
});
