import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actingAs,
  checkShares,
  type Database,
  importSpread,
  loadReferenceData,
  migrate,
  numberDrafts,
  openDatabase,
  setUpSpread,
} from '@monitor/store';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { databaseName } from '../../../packages/store/database-tests/template-database.ts';
import { testDataset, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { startTestApp, type StartedApp } from './test-app.ts';

/* The API over a record that is spread over two servers, of which one is lost and back. */

const made = useTestDatabase();
const drafts = randomDrafts(120, 9, '77');
let lost = '';
let reader: Database;
let used: StartedApp;

beforeAll(async () => {
  const [front, west, others] = [await made.another(), await made.another(), await made.another()];
  const servers = checkShares({ west: { url: west, locations: ['RS'] }, others: { url: others } });
  lost = databaseName(west);
  const prepare = async (database: Database) => {
    await migrate(database);
    await loadReferenceData(database, referenceData);
  };
  await setUpSpread(front, servers, { prepare, signal: new AbortController().signal });
  const owner = await openDatabase(front);
  await importSpread(owner, servers, { dataset: testDataset, format: 'test', fileNames: [], drafts: numberDrafts(drafts) });
  reader = await openDatabase(await actingAs(owner, front, 'monitor_reader'));
  await owner.close();
  used = await startTestApp(reader, { engine: 'sql' });
});
afterAll(async () => {
  await used?.stop();
  await reader?.close();
});

const of = (country: string) => drafts.filter((draft) => draft.country === country).length;
const ask = async (path: string) => {
  const answer = await used.app.inject(path);
  return { status: answer.statusCode, body: answer.json<{ totals: { incidents: number }; detail: string; total: number }>() };
};

test('a lost server is a 503 that says what is unavailable, while the rest is answered', async () => {
  const summary = (country: string) => ask(`/api/v1/summary?country=${country}&facets=type&interval=none`);
  expect((await summary('RS')).body.totals.incidents).toBe(of('RS'));
  expect((await ask('/api/v1/incidents?country=RS')).status).toBe(200);
  const { connections } = made.database;
  await connections.unsafe(`alter database ${lost} allow_connections false`);
  await connections`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${lost}`;
  const { status, body } = await summary('RS,AL');
  expect([status, body.detail]).toEqual([
    503,
    'These incidents are unavailable, because their server cannot be reached: RS (server west). Try again in a few seconds.',
  ]);
  expect((await ask('/api/v1/incidents')).status).toBe(503);
  expect((await summary('AL')).body.totals.incidents).toBe(of('AL'));
  expect((await ask('/api/v1/incidents?country=AL')).status).toBe(200);
  await connections.unsafe(`alter database ${lost} allow_connections true`);
  expect((await summary('RS,UA')).body.totals.incidents).toBe(of('RS') + of('UA'));
});
