import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import postgres from 'postgres';
import { type BuiltInServer, BuiltInServerError, runningServerUrl, startBuiltInServer } from '../src/index.ts';
import { runningProcess } from '../src/running-process.ts';
import { claimCluster } from '../src/ownership.ts';

const ownFolder = fileURLToPath(new URL('..', import.meta.url));
/** Folder of a cluster that has been started and stopped once. */
let made: string;
let base: string;
let folder: string;
let started: BuiltInServer[] = [];

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'monitor-made-server-'));
  const server = await startBuiltInServer({ folder: made });
  await server.stop();
});
afterAll(() => rm(made, { recursive: true, force: true }));

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'monitor-built-in-server-'));
  folder = join(base, 'data', 'postgres');
});
afterEach(async () => {
  await Promise.all(started.map((server) => server.stop()));
  started = [];
  await rm(base, { recursive: true, force: true });
});

async function start(): Promise<BuiltInServer> {
  const server = await startBuiltInServer({ folder });
  started.push(server);
  return server;
}

/** Puts a made cluster where the next start finds it, for tests that are not about its making. */
async function findMade(): Promise<void> {
  await cp(made, folder, { recursive: true });
}

function connect({ url }: Pick<BuiltInServer, 'url'>): postgres.Sql {
  return postgres(url, { max: 1 });
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** What a server of this process number would have written to its `postmaster.pid`. */
const left = (pid: number | undefined) => `${pid}\n${join(folder, 'cluster')}\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`;

async function isAlive(pid: number): Promise<boolean> {
  return (await runningProcess(pid)) !== undefined;
}

test('the first start makes the cluster, the second finds it and its data', async () => {
  const first = await start();
  const database = connect(first);
  const [settings] = await database`
    select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as address,
      current_setting('synchronous_commit') as committed, current_setting('fsync') as synced,
      (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale`;
  expect(settings).toEqual({ encoding: 'UTF8', address: '127.0.0.1', committed: 'on', synced: 'on', locale: 'b C.UTF-8' });
  await database`create table kept as select 'Šabac' as place`;
  await database.end();
  const pid = await postmaster();
  await first.stop();
  await first.stop();
  expect(await isAlive(pid)).toBe(false);
  expect((await readdir(folder)).toSorted()).toEqual(['cluster', 'server.log']);

  const second = await start();
  const again = connect(second);
  expect(await again`select place from kept`).toEqual([{ place: 'Šabac' }]);
  await again.end();
});

test('the password is random and in a file for the owner alone', async () => {
  const { url } = await start();
  const file = join(folder, 'cluster', 'monitor-password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const password = (await readFile(file, 'utf8')).trim();
  expect(password).toMatch(/^[\w-]{32}$/);
  expect(url).toContain(`:${password}@127.0.0.1:`);
  const stranger = connect({ url: url.replace(password, 'guess') });
  await expect(stranger`select 1`).rejects.toThrow('password authentication failed');
  await stranger.end();
  expect(await runningServerUrl({ folder })).toBe(url);
});

test('a folder in use is refused and the process named', async () => {
  await findMade();
  await start();
  const refusal = startBuiltInServer({ folder });
  await expect(refusal).rejects.toBeInstanceOf(BuiltInServerError);
  await expect(refusal).rejects.toThrow(`${folder} is in use by process ${process.pid}`);
});

test('two starts at once: one wins, the other fails with the reason', async () => {
  const outcomes = await Promise.allSettled([start(), start()]);
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : '')).filter(Boolean);
  expect(reasons).toEqual([expect.stringMatching(/^BuiltInServerError: .* is in use by process \d+/)]);
});

test('what a killed start left behind is no hindrance', async () => {
  await mkdir(join(folder, 'cluster.new-2147483646-0a'), { recursive: true });
  await writeFile(join(folder, 'cluster.new-2147483646-0a', 'PG_VERSION'), '18\n');
  await start();
  expect(await readdir(folder)).not.toContain('cluster.new-2147483646-0a');
});

test('a postmaster.pid of a process that has ended, or of another program, is no hindrance', async () => {
  await findMade();
  const file = join(folder, 'cluster', 'postmaster.pid');
  for (const pid of [2_147_483_646, process.pid]) {
    await writeFile(file, left(pid));
    const server = await start();
    expect(await postmaster()).not.toBe(pid);
    await server.stop();
  }
});

test('PostgreSQL is known by its program, whatever the path to it', async () => {
  await findMade();
  const program = join(base, 'Мој пројекат и још нешто', 'postgres');
  await mkdir(dirname(program));
  await symlink(process.execPath, program);
  const other = spawn(program, ['--eval', 'console.log("running"); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(other.stdout, 'data');
    const file = join(folder, 'cluster', 'postmaster.pid');
    await writeFile(file, left(other.pid));
    await expect(claimCluster(folder)).rejects.toThrow(`in use by process ${other.pid}`);
    expect(await readFile(file, 'utf8')).toBe(left(other.pid));
    expect(await runningServerUrl({ folder })).toContain('@127.0.0.1:5432/');
  } finally {
    other.kill();
  }
});

test('a folder that cannot be used is named', async () => {
  await writeFile(join(base, 'file'), '');
  const refusal = startBuiltInServer({ folder: join(base, 'file', 'postgres') });
  await expect(refusal).rejects.toBeInstanceOf(BuiltInServerError);
  await expect(refusal).rejects.toThrow('cannot be written');
});

test('a cluster of another PostgreSQL is refused with the reason', async () => {
  await findMade();
  await writeFile(join(folder, 'cluster', 'PG_VERSION'), '15\n');
  await expect(startBuiltInServer({ folder })).rejects.toThrow(/did not start: .*incompatible.*server\.log/);
});

/** A process of its own that starts the server and keeps it, written as JavaScript of the built package. */
async function startElsewhere(): Promise<ChildProcess> {
  const script = `
    import { startBuiltInServer } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
    const server = await startBuiltInServer({ folder: ${JSON.stringify(folder)} });
    console.log('started');
    process.on('message', (word) => word === 'exit' && process.exit(0));
    setInterval(() => server, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    cwd: ownFolder,
  });
  await once(child.stdout ?? child, 'data');
  return child;
}

test('a server whose starter was killed is stopped cleanly by the next start', async () => {
  await findMade();
  const starter = await startElsewhere();
  await expect(startBuiltInServer({ folder })).rejects.toThrow(`in use by process ${starter.pid}`);
  const orphan = await postmaster();
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  expect(await isAlive(orphan)).toBe(true);
  const server = await start();
  expect(await isAlive(orphan)).toBe(false);
  expect(await postmaster()).not.toBe(orphan);
  const database = connect(server);
  expect(await database`select 1 as one`).toEqual([{ one: 1 }]);
  await database.end();
});

test('a server of unknown origin is left alone and named', async () => {
  await findMade();
  const starter = await startElsewhere();
  const pid = await postmaster();
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  await rm(join(folder, 'owner.json'));
  await expect(startBuiltInServer({ folder })).rejects.toThrow(`in use by process ${pid}`);
  process.kill(pid, 'SIGINT');
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(await claimCluster(folder)).toBe('free');
});

test('an orderly end of the process stops the server without a word', async () => {
  await findMade();
  const starter = await startElsewhere();
  const pid = await postmaster();
  starter.send('exit');
  await once(starter, 'exit');
  await expect.poll(() => isAlive(pid)).toBe(false);
});
