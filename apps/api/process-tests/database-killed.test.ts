import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Problem, Summary } from '@monitor/contract';
import { runningServerUrl } from '@monitor/built-in-server';
import { openDatabase } from '@monitor/store';
import { copyFolder } from '../../../packages/built-in-server/process-tests/made-folder.ts';
import { times } from '../../../testing/depth.ts';
import { runInEnvironment } from '../../cli/database-tests/run-command.ts';
import { ended, type LaunchedServer, launchServer } from './launched-server.ts';

/* The built-in PostgreSQL of a running product is killed. */

let folder: string;
let server: LaunchedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monitor-killed-'));
  await copyFolder(inject('readyFolder'), join(folder, 'postgres'));
  server = await launchServer({ PORT: '0', DATABASE_URL: '', DATA_FOLDER: folder, RATE_LIMIT: 'off', DEMO: 'off' });
});
afterAll(async () => {
  await ended(server.process);
  await rm(folder, { recursive: true, force: true });
});

/** Has `monitor demo` make up this many incidents beside the running product. */
const demo = (rows: number) => runInEnvironment(['demo', '--rows', String(rows)], { DATABASE_URL: '', DATA_FOLDER: folder });

async function load(rows: number): Promise<void> {
  expect(await demo(rows)).toMatchObject({ code: 0, errors: expect.stringContaining('100%') as string });
}

async function postmaster(): Promise<number> {
  const text = await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]);
}

const status = async (path: string) => (await fetch(`${server.address}${path}`)).status;
const summary = async () => (await (await fetch(`${server.address}/api/v1/summary?facets=none`)).json()) as Summary;
const tile = async () => Buffer.from(await (await fetch(`${server.address}/api/v1/tiles/0/0/0.mvt`)).arrayBuffer()).toString('hex');

test('the product answers as a user that can only read', async () => {
  expect(await status('/api/v1/incidents')).toBe(200);
  const owner = await openDatabase((await runningServerUrl({ folder: join(folder, 'postgres') }))!, { connections: 1 });
  const users = await owner.connections`
    select distinct usename as user, usesuper as rules from pg_stat_activity join pg_user using (usename)
    where application_name = 'open-armed-violence-monitor' and pid <> pg_backend_pid()`;
  await owner.close();
  expect([...users]).toEqual([{ user: 'monitor_api', rules: false }]);
});

test('after each kill the list answers again, and an import reaches summary, tiles and downloads', async () => {
  const told = new Set<string>();
  for (let time = 1; time <= times(1, 3); time += 1) {
    const before = await postmaster();
    const tileBefore = await tile();
    process.kill(before, 'SIGKILL');
    for (let isAway = true; isAway;) {
      const answer = await fetch(`${server.address}/api/v1/incidents`);
      isAway = answer.status !== 200 || [before, 0].includes(await postmaster());
      if (answer.status === 200) continue;
      const { code, detail } = (await answer.json()) as Problem;
      expect([answer.status, code, answer.headers.get('retry-after')]).toEqual([503, 'database_unavailable', '5']);
      told.add(detail);
    }
    await expect.poll(() => status('/health/ready')).toBe(200);
    await load(200 * time);
    await expect.poll(async () => (await summary()).totals.incidents).toBe(200 * time);
    expect(await tile()).not.toBe(tileBefore);
    const file = await fetch(`${server.address}/api/v1/incidents.ndjson`);
    expect((await file.text()).trim().split('\n')).toHaveLength(200 * time);
  }
  for (const detail of told)
    expect(detail).toMatch(/^The (?:database|connection to the database) .*\. Try again in a few seconds\.$/);
});

test('an import under which the server is killed says that nothing was stored, and so it is', async () => {
  const { incidents } = (await summary()).totals;
  const owner = await openDatabase((await runningServerUrl({ folder: join(folder, 'postgres') }))!, { connections: 2 });
  // The import waits for this in the middle of its work. Not `begin`, whose end would be a statement on a broken connection.
  const holding = await owner.connections.reserve();
  await holding`begin`;
  await holding`lock table people in access exclusive mode`;
  const importing = demo(incidents + 300);
  const waits = () => owner.connections`select from pg_locks where relation = 'people'::regclass and not granted`;
  await expect.poll(async () => (await waits()).length).toBeGreaterThan(0);
  process.kill(await postmaster(), 'SIGKILL');
  const { code, errors } = await importing;
  expect([code, errors.trim().split('\n').at(-1)]).toEqual([
    1,
    'The connection to the database was lost. Nothing was stored or changed. Try again in a few seconds.',
  ]);
  await owner.close(0);
  await expect.poll(() => status('/health/ready')).toBe(200);
  expect((await summary()).totals.incidents).toBe(incidents);
});

test('while it cannot be started, health and list say so; numbers go on; and all is well when the cause is gone', async () => {
  const { incidents } = (await summary()).totals;
  const file = join(folder, 'postgres', 'cluster', 'PG_VERSION');
  const version = await readFile(file, 'utf8');
  await writeFile(file, '15\n');
  process.kill(await postmaster(), 'SIGKILL');
  const why = 'The database stopped and could not be started again yet. The server keeps trying. Try again in a few seconds.';
  for (const path of ['/health/ready', '/api/v1/incidents']) {
    const detail = async () => ((await (await fetch(`${server.address}${path}`)).json()) as Partial<Problem>).detail;
    await expect.poll(detail).toBe(why);
  }
  expect((await summary()).totals.incidents).toBe(incidents);
  await writeFile(file, version);
  await expect.poll(() => status('/health/ready')).toBe(200);
  expect(await status('/api/v1/incidents')).toBe(200);
  await load(incidents + 100);
  await expect.poll(async () => (await summary()).totals.incidents).toBe(incidents + 100);
});
