import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { IncidentList, Problem, Summary } from '@monitor/contract';
import { type BuiltInServer, startBuiltInServer } from '@monitor/built-in-server';
import { type Database, openDatabase, readDatasetVersion } from '@monitor/store';
import { copyFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { importDrafts } from '../../../packages/store/database-tests/test-database.ts';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { rowsOf } from '../database-tests/csv-rows.ts';
import { ended, type LaunchedServer, launchServer } from './launched-server.ts';

/* A server that reads a streaming replica, while incidents are imported into the database. */

let base: string;
const databases: BuiltInServer[] = [];
let primary: Database;
let replica: Database;
let server: LaunchedServer;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'monitor-replica-'));
  const [ofPrimary, ofReplica] = [join(base, 'primary'), join(base, 'replica')] as const;
  await copyFolder(inject('readyFolder'), ofPrimary);
  const settings = { wal_level: 'replica', max_wal_senders: '4', wal_keep_size: '1GB', fsync: 'off' };
  // A replica begins with a copy, which is simplest of a database that does not run. It must have been written for replicas.
  await (await startBuiltInServer({ folder: ofPrimary, settings })).stop();
  await copyFolder(ofPrimary, ofReplica);
  await writeFile(join(ofReplica, 'cluster', 'standby.signal'), '');
  const first = await startBuiltInServer({ folder: ofPrimary, settings });
  databases.push(first);
  const { hostname, port, username, password } = new URL(first.url);
  const source = `host=${hostname} port=${port} user=${username} password=${password}`;
  const second = await startBuiltInServer({ folder: ofReplica, settings: { ...settings, primary_conninfo: source } });
  databases.push(second);
  primary = await openDatabase(first.url);
  replica = await openDatabase(second.url);
  server = await launchServer({ PORT: '0', DATABASE_URL: first.url, REPLICA_URL: second.url, DEMO: 'off', RATE_LIMIT: 'off' });
});
afterAll(async () => {
  await ended(server.process);
  await Promise.all([primary, replica].map((database) => database.close()));
  for (const database of databases) await database.stop();
  await rm(base, { recursive: true, force: true });
});

/** Asks as a reader who has seen a version; 0 is none. */
const ask = (path: string, seen: number) => fetch(`${server.address}${path}`, { headers: { 'dataset-version': String(seen) } });

/** The incidents that list, numbers and download have for that reader. */
async function countsFor(seen: number): Promise<readonly number[]> {
  const list = (await (await ask('/api/v1/incidents', seen)).json()) as IncidentList;
  const { totals } = (await (await ask('/api/v1/summary', seen)).json()) as Summary;
  const rows = rowsOf(await (await ask('/api/v1/incidents.csv', seen)).text());
  return [list.total, totals.incidents, rows.length];
}

/** Imports an incident. @returns the dataset version afterwards */
async function importOne(key: string): Promise<number> {
  await importDrafts(primary, [{ ...placelessDraft, source_key: key }]);
  return readDatasetVersion(primary);
}

test('all is read from the replica, and an import is there as soon as the replica has it', async () => {
  expect(await countsFor(await importOne('one'))).toEqual([1, 1, 1]);
  const usersOf = ({ connections }: Database) => connections<{ query: string }[]>`
    select query from pg_stat_activity where application_name = 'open-armed-violence-monitor' and pid <> pg_backend_pid()`;
  const [written, read] = [await usersOf(primary), await usersOf(replica)];
  expect(written.filter(({ query }) => query.includes('"incidents"'))).toEqual([]);
  expect(read.length).toBeGreaterThan(3);
});

test('while the replica is behind, it answers those who have seen nothing newer; others hear that it is, and are then answered', async () => {
  const before = await readDatasetVersion(primary);
  await replica.connections`select pg_wal_replay_pause()`;
  const now = await importOne('two');
  expect(now).toBeGreaterThan(before);
  expect(await countsFor(before)).toEqual([1, 1, 1]);
  for (const path of ['/api/v1/incidents', '/api/v1/summary', '/api/v1/incidents.csv']) {
    const late = await ask(path, now);
    expect([late.status, ((await late.json()) as Problem).code]).toEqual([504, 'behind']);
  }
  // One that is only there in the meantime is waited for.
  const waiting = countsFor(now);
  await replica.connections`select pg_wal_replay_resume()`;
  expect(await waiting).toEqual([2, 2, 2]);
});

test('a server whose replica is away is not ready', async () => {
  const isReady = async () => (await fetch(`${server.address}/health/ready`)).status;
  expect(await isReady()).toBe(200);
  await replica.close(0);
  await databases.pop()?.stop();
  await expect.poll(isReady).toBe(503);
});
