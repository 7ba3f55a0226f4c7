import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Source, unknownPublication } from '@monitor/domain';
import { times } from '../../../testing/depth.ts';
import { countRunning, holdReaders } from './held-readers.ts';
import { eventually, get, listen } from './listening.ts';
import { downloadLimits } from '../src/http/downloads.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { useSqlApp, useTestApp } from './test-app.ts';

/* More than the buffers of a connection hold, compressed too, so that a reader who pauses holds the server back. */
const longSource = (): Source => ({
  ...unknownPublication,
  kind: 'media',
  url: `https://example.org${Array.from({ length: 80 }, () => `/${randomUUID()}`).join('')}`,
});
const incidents = 1400;
const used = useTestApp(
  Array.from({ length: incidents }, (_, index) => ({
    ...minimalDraft,
    source_key: `r${index}`,
    sources: [longSource(), longSource(), longSource()],
  })),
);
const sql = useSqlApp(used);
let address: URL;
let sqlAddress: URL;

beforeAll(async () => {
  address = await listen(used.app);
  sqlAddress = await listen(sql.app);
  // The datasets are read once for all requests, none of which then waits for them.
  await sql.app.inject('/api/v1/datasets');
});
afterAll(() => {
  for (const { server } of [used.app, sql.app]) server.closeAllConnections();
});

/** Where the numbers come from: the cube, which asks the database for words only, or SQL for everything. */
const addressOf = (engine: 'cube' | 'sql') => (engine === 'cube' ? address : sqlAddress);

const runningStatements = () => countRunning(used.database);
const whileReadersWait = (work: () => Promise<void>) => holdReaders(used.database, work);

test.each([
  ['/api/v1/incidents', 'cube'],
  ['/api/v1/incidents.csv', 'cube'],
  ['/api/v1/summary?q=r1', 'cube'],
  ['/api/v1/tiles/0/0/0.mvt?q=r2', 'cube'],
  ['/api/v1/summary', 'sql'],
  ['/api/v1/tiles/0/0/0.mvt', 'sql'],
] as const)('when the client of %s leaves, its statements end in the database (numbers from %s)', async (path, engine) => {
  await whileReadersWait(async () => {
    const { response, drop } = get(new URL(path, addressOf(engine)));
    response.catch(() => undefined);
    await eventually(async () => (await runningStatements()) > 1);
    drop();
    // The connection that holds the lock is in its transaction and counts as one.
    await eventually(async () => (await runningStatements()) <= 1);
  });
  expect((await used.app.inject('/health/ready')).statusCode).toBe(200);
});

/**
 * Expects this many statements besides the one that holds the lock, by the time that a later request has its own: earlier requests
 * would have had their statements by then. The later request is then cancelled.
 */
async function expectRunningBesideLater(statements: number, server: URL): Promise<void> {
  const later = get(new URL('/api/v1/incidents?sort=place', server));
  later.response.catch(() => undefined);
  await eventually(async () => (await runningStatements()) > 1 + statements);
  expect(await runningStatements()).toBe(2 + statements);
  later.drop();
  await eventually(async () => (await runningStatements()) <= 1 + statements);
  expect(await runningStatements()).toBe(1 + statements);
}

test.each([
  ['cube', '/api/v1/summary?q=r3&country=RS,XK', '/api/v1/summary?q=r3&interval=auto&country=XK,RS,XK'],
  ['cube', '/api/v1/tiles/0/0/0.mvt?q=r4&country=RS,XK', '/api/v1/tiles/0/0/0.mvt?q=r4&country=XK,RS'],
  ['sql', '/api/v1/summary?country=RS,XK', '/api/v1/summary?interval=auto&country=XK,RS,XK'],
  ['sql', '/api/v1/tiles/0/0/0.mvt?country=RS,XK', '/api/v1/tiles/0/0/0.mvt?country=XK,RS'],
] as const)(
  'from %s %s is calculated once for two clients, and the one that stays gets it when the other leaves',
  async (engine, path, same) => {
    let stayed: Promise<IncomingMessage> | undefined;
    await whileReadersWait(async () => {
      const { response, drop } = get(new URL(path, addressOf(engine)));
      response.catch(() => undefined);
      await eventually(async () => (await runningStatements()) > 1);
      stayed = get(new URL(same, addressOf(engine))).response;
      await expectRunningBesideLater(1, addressOf(engine));
      drop();
      await expectRunningBesideLater(1, addressOf(engine));
    });
    const answer = await stayed;
    expect(answer?.statusCode).toBe(200);
    answer?.resume();
  },
);

/** Each row begins with an identifier. */
const rowsIn = (csv: string) => csv.match(/^AV-/gm)?.length;

test('downloads that are dropped half-way give their connections back', async () => {
  for (let count = 0; count < times(6, 25); count++) {
    const { response, drop } = get(new URL('/api/v1/incidents.csv', address));
    await once(await response, 'data');
    drop();
  }
  await eventually(async () => (await runningStatements()) === 0);
  expect((await used.app.inject('/api/v1/incidents.csv?country=DE')).statusCode).toBe(200);
});

test('a reader who pauses holds the server back, and gets the whole file in the end', async () => {
  const { response } = get(new URL('/api/v1/incidents.csv', address));
  const body = await response;
  await once(body, 'readable');
  // While another reads all, the first could have been sent all.
  expect(rowsIn((await used.app.inject('/api/v1/incidents.csv')).body)).toBe(incidents);
  expect(await runningStatements()).toBe(1);
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  expect(rowsIn(Buffer.concat(parts).toString())).toBe(incidents);
});

test('readers who pause for long make way for others, as soon as it can be told', async () => {
  const paused = Array.from({ length: downloadLimits.ofClient }, () => get(new URL('/api/v1/incidents.csv', address)));
  const bodies = await Promise.all(paused.map(({ response }) => response));
  await Promise.all(bodies.map((body) => once(body, 'readable')));
  const next = async () => (await used.app.inject('/api/v1/incidents.csv?country=DE')).statusCode;
  expect(await next()).toBe(503);
  await expect.poll(next).toBe(200);
  const ends = await Promise.allSettled(bodies.map(readWhole));
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

test.each(['identity', 'gzip', 'br'])('a download (%s) that fails half-way is interrupted, never short', async (encoding) => {
  const { response } = get(new URL('/api/v1/incidents.csv', address), { 'accept-encoding': encoding });
  const body = await response;
  expect([body.statusCode, body.headers['content-encoding'] ?? 'identity']).toEqual([200, encoding]);
  await once(body, 'readable');
  await used.database.connections`
    select pg_terminate_backend(pid) as ended from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ~ 'portions' and state <> 'idle'`;
  await expect(readWhole(body)).rejects.toThrow('aborted');
  expect(body.complete).toBe(false);
  expect((await used.app.inject('/api/v1/incidents?limit=1')).statusCode).toBe(200);
});

/** Reads an answer to its end. Rejects where it is interrupted. */
async function readWhole(body: IncomingMessage): Promise<void> {
  for await (const part of body) void part;
}
