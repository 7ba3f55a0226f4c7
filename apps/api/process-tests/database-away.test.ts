import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '@monitor/store';
import { buildApp } from '../src/app.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import { CubeSource } from '../src/cube/cube-source.ts';
import { makeFileHere } from '../src/files/make-file.ts';
import type { Api } from '../src/services.ts';
import { sqlAnalytics } from '../src/sql-analytics.ts';
import { eventually } from '../database-tests/listening.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { Relay } from './relay.ts';
import { keepCubeHere, useTestApp } from '../database-tests/test-app.ts';

/* A relay between app and database, so that the connection can be cut and restored. */

const used = useTestApp([minimalDraft]);
const cube = new CubeSource();
const stopping = new AbortController();
let relay: Relay;
let database: Database;
let keeping: Promise<void>;
let apps: Readonly<Record<'cube' | 'sql', Api>>;

beforeAll(async () => {
  relay = new Relay(used.url);
  await relay.open();
  database = await openDatabase(relay.url);
  keeping = keepCubeHere(database, cube, stopping.signal);
  await cube.atLeast(1, AbortSignal.timeout(60_000));
  const services = { ...used, database, makeFile: makeFileHere(database), logLevel: 'silent' as const, webFolder: '/nowhere' };
  apps = {
    cube: await buildApp({ ...services, cube, analytics: cubeAnalytics(database, cube) }),
    sql: await buildApp({ ...services, cube: undefined, analytics: sqlAnalytics(database) }),
  };
});
afterAll(async () => {
  stopping.abort();
  await Promise.all([apps.cube.close(), apps.sql.close()]);
  await keeping;
  await database.close(1);
  await relay.cut();
});

const numbers = ['/api/v1/summary', '/api/v1/tiles/0/0/0.mvt'];
const records = ['/api/v1/incidents', '/api/v1/incidents.csv', '/api/v1/datasets', '/api/v1/summary?q=mini'];

test.each([
  ['cube', numbers, records],
  ['sql', [], [...numbers, ...records]],
] as const)(
  'while the database is away answers say so, and they come back with it; numbers from %s',
  async (engine, fromMemory, fromDatabase) => {
    const app = apps[engine];
    const addresses = [...fromMemory, ...fromDatabase];
    for (const url of addresses) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);

    await relay.cut();
    for (const url of fromMemory) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
    for (const url of fromDatabase.map((address) => address.replace('mini', 'minimal'))) {
      const response = await app.inject(url);
      expect([url, response.statusCode, response.headers['retry-after']]).toEqual([url, 503, '5']);
      expect(response.json()).toMatchObject({ code: 'database_unavailable' });
      expect(response.body).not.toMatch(/127\.0\.0\.1|ECONN|postgres/i);
    }
    // Looked at once a second.
    await eventually(async () => (await app.inject('/health/ready')).statusCode === 503);
    expect((await app.inject('/health/live')).statusCode).toBe(200);
    expect((await app.inject('/api/v1/codebook')).statusCode).toBe(200);

    await relay.open();
    await eventually(async () => (await app.inject('/health/ready')).statusCode === 200);
    for (const url of addresses) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
  },
);
