import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '@monitor/store';
import { buildApp } from '../src/app.ts';
import type { Api } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { eventually } from './listening.ts';
import { minimalDraft } from './minimal-draft.ts';
import { useTestApp } from './test-app.ts';

/* A relay stands between app and database, so that the way can be cut and restored. */

const used = useTestApp([minimalDraft]);
const sockets = new Set<Socket>();
let relay: Server;
let port = 0;
let database: Database;
let app: Api;

async function openWay(): Promise<void> {
  const { hostname, port: behind } = new URL(used.url);
  relay = createServer((client) => {
    const server = connect(Number(behind), hostname);
    for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined));
    client.pipe(server).pipe(client);
  }).listen(port, '127.0.0.1');
  await once(relay, 'listening');
  port = (relay.address() as AddressInfo).port;
}

async function cutWay(): Promise<void> {
  relay.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await once(relay, 'close');
}

beforeAll(async () => {
  await openWay();
  const through = new URL(used.url);
  through.port = String(port);
  database = await openDatabase(through.href);
  app = await buildApp({ ...used, database, analytics: sqlAnalytics(database), logLevel: 'silent', webFolder: '/nowhere' });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await cutWay();
});

test('while the database is away answers say so, and they come back with it', async () => {
  const addresses = [
    '/api/v1/incidents',
    '/api/v1/summary',
    '/api/v1/tiles/0/0/0.mvt',
    '/api/v1/incidents.csv',
    '/api/v1/datasets',
    '/health/ready',
  ];
  for (const url of addresses) expect((await app.inject(url)).statusCode).toBe(200);

  await cutWay();
  for (const url of addresses) {
    const response = await app.inject(url);
    expect([url, response.statusCode, response.headers['retry-after']]).toEqual([url, 503, '5']);
    expect(response.json()).toMatchObject({ code: 'database_unavailable' });
    expect(response.body).not.toMatch(/127\.0\.0\.1|ECONN|postgres/i);
  }
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  expect((await app.inject('/api/v1/codebook')).statusCode).toBe(200);

  await openWay();
  await eventually(async () => (await app.inject('/health/ready')).statusCode === 200);
  for (const url of addresses) expect((await app.inject(url)).statusCode).toBe(200);
});
