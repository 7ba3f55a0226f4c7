import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { type AskCube, CubeReader, NumbersTooBusyError } from '@monitor/engine';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { readingLimits } from '../src/http/request-limits.ts';
import { servedRequest } from '../src/served-request.ts';
import { openDatabase } from '@monitor/store';
import { times } from '../../../testing/depth.ts';
import { countRunning, holdReaders } from './held-readers.ts';
import { eventually, listen } from './listening.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { appWith, useTestApp } from './test-app.ts';

const used = useTestApp([minimalDraft]);

const reader = new CubeReader();
/** Does not say how long it took, which is another time on a busy machine. */
const uncounted: AskCube = async (cube, question) => reader.answer(cube, question);

const limited = (rateLimit: number | 'off', trustProxy: number | false = false, ask = uncounted) =>
  appWith(used, {
    analytics: cubeAnalytics(used.database, used.cube!, ask),
    settings: { ...used.settings, rateLimit, trustProxy },
  });

test('a client with too many requests gets a time to wait; tiles weigh less and downloads more', async () => {
  const app = await limited(10);
  const statuses = async (url: string, requests: number) => {
    const found: number[] = [];
    for (let count = 0; count < requests; count++) found.push((await app.inject(url)).statusCode);
    return found;
  };
  // Which cost the server nothing else.
  expect(new Set(await statuses('/api/v1/codebook', 10))).toEqual(new Set([200]));
  const refused = await app.inject('/api/v1/summary');
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ code: 'too_many_requests' });

  expect(new Set(await statuses('/api/v1/tiles/0/0/0.mvt', 100))).toEqual(new Set([200]));
  expect(await statuses('/api/v1/tiles/0/0/0.mvt', 1)).toEqual([429]);
  expect(await statuses('/api/v1/incidents.csv', 2)).toEqual([200, 429]);
  expect(await statuses('/health/ready', 30)).not.toContain(429);
  await app.close();
});

test('what costs the server more takes more of the allowance, and what is cheap is not refused earlier', async () => {
  // A polygon takes 55 milliseconds, as long as five and a half requests may, and anything else takes none.
  const app = await limited(40, 1, async (cube, question, signal) => {
    if (JSON.stringify(question).includes('within')) servedRequest.getStore()?.spend(55);
    return uncounted(cube, question, signal);
  });
  const from = async (client: string, query: string) =>
    app.inject({ url: `/api/v1/summary?facets=none&${query}`, headers: { 'x-forwarded-for': client } });

  const found = [];
  for (let at = 0; at < 10; at++) found.push(await from('203.0.113.1', `within=20,44,21,44,20.${at + 1},45`));
  expect(found.map(({ statusCode, headers }) => [statusCode, Number(headers['ratelimit-remaining'])])).toEqual([
    // Of each, one request is taken before it is answered, and the rest after it.
    ...[39, 33, 28, 22, 17, 11, 6, 0].map((left) => [200, left]),
    [429, 0],
    [429, 0],
  ]);

  const statusesOf = async (client: string, query: string) => {
    const statuses: number[] = [];
    for (let at = 0; at < 41; at++) statuses.push((await from(client, query)).statusCode);
    return [statuses.indexOf(429), new Set(statuses.slice(0, 40)).size];
  };
  expect(await statusesOf('203.0.113.2', 'country=RS')).toEqual([40, 1]);
  // An answer that is known already costs nothing, however hard it was.
  expect(await statusesOf('203.0.113.3', 'within=20,44,21,44,20.1,45')).toEqual([40, 1]);
  // Tiles are counted separately.
  expect((await app.inject({ url: '/api/v1/tiles/0/0/0.mvt', headers: { 'x-forwarded-for': '203.0.113.1' } })).statusCode).toBe(
    200,
  );
  await app.close();
});

test('a place at the database is paid for as long as a request has it', async () => {
  const app = await limited(40);
  const left = async () => Number((await app.inject('/api/v1/codebook')).headers['ratelimit-remaining']);
  expect(await left()).toBe(39);
  let list: Promise<{ statusCode: number }> | undefined;
  await holdReaders(used.database, async () => {
    list = app.inject('/api/v1/incidents');
    await eventually(async () => (await countRunning(used.database)) >= 2);
    await wait(300);
  });
  expect((await list)?.statusCode).toBe(200);
  // A sixth of 300 milliseconds is what five requests stand for.
  expect(await left()).toBeLessThanOrEqual(39 - 5 - 1);
  await app.close();
});

test('each client has its own limit, behind a proxy only if that is trusted', async () => {
  const from = (client: string) => ({ url: '/api/v1/codebook', headers: { 'x-forwarded-for': client } });
  const open = await limited(1);
  expect((await open.inject(from('203.0.113.1'))).statusCode).toBe(200);
  expect((await open.inject(from('203.0.113.2'))).statusCode).toBe(429);
  await open.close();
  const behind = await limited(1, 1);
  expect((await behind.inject(from('203.0.113.1'))).statusCode).toBe(200);
  expect((await behind.inject(from('203.0.113.2'))).statusCode).toBe(200);
  expect((await behind.inject(from('203.0.113.9, 203.0.113.2'))).statusCode).toBe(429);
  await behind.close();
});

test('a port that a proxy forwards with the address makes no other client of it', async () => {
  const behind = await limited(1, 1);
  const from = (client: string) => ({ url: '/api/v1/codebook', headers: { 'x-forwarded-for': client } });
  expect((await behind.inject(from('203.0.113.1:1001'))).statusCode).toBe(200);
  expect((await behind.inject(from('203.0.113.1:1002'))).statusCode).toBe(429);
  expect((await behind.inject(from('2001:db8::1'))).statusCode).toBe(200);
  expect((await behind.inject(from('2001:db8::2'))).statusCode).toBe(429);
  await behind.close();
});

test('a server of this computer alone has no other name than localhost', async () => {
  const own = async (settings: object) => appWith(used, { settings: { ...used.settings, ...settings } });
  const statusOf = async (app: Awaited<ReturnType<typeof own>>, host: string) =>
    (await app.inject({ url: '/api/v1/codebook', headers: { host } })).statusCode;
  const alone = await own({ host: '127.0.0.1' });
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080']) expect(await statusOf(alone, host)).toBe(200);
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:8080']) expect(await statusOf(alone, host)).toBe(421);
  await alone.close();
  for (const settings of [{ host: '0.0.0.0' }, { host: '127.0.0.1', trustProxy: 1 }]) {
    const open = await own(settings);
    expect(await statusOf(open, 'monitor.example')).toBe(200);
    await open.close();
  }
});

test('the address for reports of weaknesses is where the operator can be reached', async () => {
  const found = await used.app.inject('/.well-known/security.txt');
  expect(found.body).toMatch(/^Contact: mailto:test@example\.org\nExpires: 20\d\d-\d\d-\d\dT/);
  const words = await appWith(used, { settings: { ...used.settings, contact: 'Ask at the desk' } });
  expect((await words.inject('/.well-known/security.txt')).statusCode).toBe(404);
  await words.close();
});

test('without a limit nobody is refused', async () => {
  const app = await limited('off');
  for (let count = 0; count < times(30, 700); count++) expect((await app.inject('/api/v1/codebook')).statusCode).toBe(200);
  expect((await app.inject('/api/v1/codebook')).headers['ratelimit-limit']).toBeUndefined();
  await app.close();
});

test('readers who take all connections do not hold up the health check and the metrics', async () => {
  const database = await openDatabase(used.url, { connections: 1 });
  const watch = await openDatabase(used.url, { connections: 1 });
  const app = await appWith(used, { database, watch });
  let list: Promise<{ statusCode: number }> | undefined;
  await holdReaders(used.database, async () => {
    list = app.inject('/api/v1/incidents');
    await eventually(async () => (await countRunning(used.database)) >= 2);
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    expect((await app.inject('/metrics')).body).toContain('monitor_database_up 1');
  });
  expect((await list)?.statusCode).toBe(200);
  await app.close();
  await Promise.all([database.close(), watch.close()]);
});

test('headers that come too slowly are cut off', async () => {
  const app = await limited('off');
  expect([app.server.headersTimeout, readingLimits.connectionsCheckingInterval]).toEqual([15_000, 1000]);
  app.server.headersTimeout = 100;
  const { hostname, port } = await listen(app);
  const socket = connect(Number(port), hostname);
  socket.write('GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\n');
  const trickle = setInterval(() => socket.write('X-Slow: 1\r\n'), 50);
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  await once(socket, 'close');
  clearInterval(trickle);
  expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request_timeout"/);
  await app.close();
});

test('an invalid request is answered by a problem too', async () => {
  const app = await limited('off');
  const { hostname, port } = await listen(app);
  const raw = async (text: string) => {
    const socket = connect(Number(port), hostname);
    // Without an end of ours, since Node takes a client that has ended its side for gone.
    socket.write(text);
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    await once(socket, 'close');
    return answer;
  };
  const tooLarge = await raw(`GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(tooLarge).toMatch(/^HTTP\/1\.1 431 .*\r\n/);
  expect(tooLarge).toContain('"code":"headers_too_large"');
  expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"bad_request"/);
  expect(await raw('GET /api/v1/datasets HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*no Host header/);
  const expecting = await raw('GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n');
  expect(expecting).toMatch(/^HTTP\/1\.1 417 [\s\S]*"code":"expectation_failed"/);
  const continuing = await raw('GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n');
  expect(continuing).toMatch(/^HTTP\/1\.1 417 [\s\S]*"code":"expectation_failed"/);
  // Answers that are written by hand have the headers of all others.
  for (const answer of [expecting, await raw('nonsense\r\n\r\n')])
    for (const header of [
      'content-security-policy',
      'x-content-type-options',
      'x-frame-options',
      'referrer-policy',
      'permissions-policy',
    ])
      expect([header, answer.toLowerCase().includes(`\r\n${header}: `)]).toEqual([header, true]);
  const traced = await raw('TRACE /api/v1/datasets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(traced).toMatch(/^HTTP\/1\.1 405 [\s\S]*"code":"method_not_allowed"/);
  const posted = await raw('POST /api/v1/incidents HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\nConnection: close\r\n\r\nabc');
  expect(posted).toMatch(/^HTTP\/1\.1 405 /);
  const bodied = await raw('GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc');
  expect(bodied).toMatch(/^HTTP\/1\.1 200 /);
  await app.close();
});

test('answers are compressed for those who can read it', async () => {
  const app = await limited('off');
  for (const [url, encoding] of [
    ['/api/v1/codebook', 'br'],
    ['/api/openapi.json', 'gzip'],
  ] as const) {
    const { headers } = await app.inject({ url, headers: { 'accept-encoding': encoding } });
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'accept-encoding']);
  }
  await app.close();
});

/** The lines that a server writes while somebody uses it. */
async function linesOf(act: (app: Awaited<ReturnType<typeof buildApp>>) => Promise<void>, ask = uncounted): Promise<object[]> {
  const lines: object[] = [];
  const app = await buildApp({
    ...used,
    analytics: cubeAnalytics(used.database, used.cube!, ask),
    settings: { ...used.settings, rateLimit: 1, trustProxy: 1 },
    logLevel: 'info',
    logTo: { write: (line) => void lines.push(JSON.parse(line) as object) },
    webFolder: '/nowhere',
  });
  await act(app);
  // Its end writes what the minute was like.
  await app.close();
  return lines;
}

const busy: AskCube = async () => {
  throw new NumbersTooBusyError('More is requested at the moment than can be answered in time.');
};

test('whoever cannot be served in time is told when to come again, and that is a dull line, since in a crowd there are thousands', async () => {
  const lines = await linesOf(async (app) => {
    const refused = await app.inject('/api/v1/summary?q=nobody&facets=none');
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('2');
    expect(refused.json()).toMatchObject({ code: 'too_busy' });
  }, busy);
  // Pino's number for what is no warning.
  expect(lines).toEqual([expect.objectContaining({ level: 30, msg: 'request', path: '/api/v1/summary', status: 503 })]);
  expect(JSON.stringify(lines)).not.toMatch(/nobody|stack/);
});

test('a request that is refused is one dull line, and who was refused by a limit has one more for the minute', async () => {
  const lines = await linesOf(async (app) => {
    for (const client of ['203.0.113.7', '203.0.113.7', '203.0.113.8'])
      await app.inject({ url: '/api/v1/codebook', headers: { 'x-forwarded-for': client } });
    const { hostname, port } = await listen(app);
    const socket = connect(Number(port), hostname);
    socket.resume().write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    await once(socket, 'close');
  });
  expect(lines.filter((line) => 'status' in line)).toMatchObject([{ status: 200 }, { status: 429 }, { status: 200 }]);
  expect(JSON.stringify(lines)).not.toMatch(/stack|\\n/);
  expect(lines.filter((line) => 'security' in line)).toMatchObject([
    { msg: 'client to watch', security: { client: '203.0.113.7', requests: 2, refused: { too_many_requests: 1 } } },
    { msg: 'client to watch', security: { client: '127.0.0.1', refused: { headers_too_large: 1 } } },
  ]);
});
