import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '@monitor/store';
import { buildApp } from '../src/app.ts';
import type { Api } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { eventually } from '../database-tests/listening.ts';
import { minimalDraft } from '../database-tests/minimal-draft.ts';
import { Relay } from './relay.ts';
import { useTestApp } from '../database-tests/test-app.ts';

/* A relay stands between app and database, so that the way can be cut and restored. */

const used = useTestApp([minimalDraft]);
let relay: Relay;
let database: Database;
let app: Api;

beforeAll(async () => {
  relay = new Relay(used.url);
  await relay.open();
  database = await openDatabase(relay.url);
  app = await buildApp({ ...used, database, analytics: sqlAnalytics(database), logLevel: 'silent', webFolder: '/nowhere' });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await relay.cut();
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

  await relay.cut();
  for (const url of addresses) {
    const response = await app.inject(url);
    expect([url, response.statusCode, response.headers['retry-after']]).toEqual([url, 503, '5']);
    expect(response.json()).toMatchObject({ code: 'database_unavailable' });
    expect(response.body).not.toMatch(/127\.0\.0\.1|ECONN|postgres/i);
  }
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  expect((await app.inject('/api/v1/codebook')).statusCode).toBe(200);

  await relay.open();
  await eventually(async () => (await app.inject('/health/ready')).statusCode === 200);
  for (const url of addresses) expect((await app.inject(url)).statusCode).toBe(200);
});
