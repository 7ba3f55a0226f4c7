import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import postgres from 'postgres';
import { type BuiltInServer, BuiltInServerError, runningServerUrl, startBuiltInServer } from '../src/index.ts';
import { priorityOfServer } from '../src/give-way.ts';
import { isAlive, useOwnFolder } from './own-folder.ts';

const used = useOwnFolder();
const { start, findMade, startElsewhere, postmaster } = used;

function connect({ url }: Pick<BuiltInServer, 'url'>): postgres.Sql {
  return postgres(url, { max: 1 });
}

/** What a server of this process number would have written to its `postmaster.pid`. */
const left = (pid: number | undefined) =>
  `${pid}\n${join(used.folder, 'cluster')}\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n`;

test('the first start makes the cluster, whatever a killed start left behind, and the second finds it and its data', async () => {
  await mkdir(join(used.folder, 'cluster.new-2147483646-0a'), { recursive: true });
  await writeFile(join(used.folder, 'cluster.new-2147483646-0a', 'PG_VERSION'), '18\n');
  const first = await start();
  const database = connect(first);
  const [settings] = await database`
    select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as address,
      current_setting('synchronous_commit') as committed, current_setting('fsync') as synced,
      (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale`;
  expect(settings).toEqual({ encoding: 'UTF8', address: '127.0.0.1', committed: 'on', synced: 'on', locale: 'b C.UTF-8' });
  await database`create table kept as select 'Šabac' as place`;
  const pid = await postmaster();
  // The thread that takes and sends requests comes first, in a crowd too.
  expect(getPriority(pid)).toBeGreaterThanOrEqual(priorityOfServer);
  const [session] = await database`select pg_backend_pid() as pid`;
  const group = `/proc/${session!.pid}/autogroup`;
  if (existsSync(group))
    await expect.poll(() => readFile(group, 'utf8'), { timeout: 30_000 }).toContain(`nice ${priorityOfServer}`);
  await database.end();
  await first.stop();
  await first.stop();
  expect(await isAlive(pid)).toBe(false);
  expect((await readdir(used.folder)).toSorted()).toEqual(['cluster', 'server.log']);

  const second = await start();
  const again = connect(second);
  expect(await again`select place from kept`).toEqual([{ place: 'Šabac' }]);
  await again.end();
});

test('the password is random and in a file for the owner alone; a folder in use is refused and the process named', async () => {
  await findMade();
  const { url } = await start();
  const file = join(used.folder, 'cluster', 'monitor-password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const password = (await readFile(file, 'utf8')).trim();
  expect(password).toMatch(/^[\w-]{32}$/);
  expect(url).toContain(`:${password}@127.0.0.1:`);
  const stranger = connect({ url: url.replace(password, 'guess') });
  await expect(stranger`select 1`).rejects.toThrow('password authentication failed');
  await stranger.end();
  expect(await runningServerUrl({ folder: used.folder })).toBe(url);
  const refusal = startBuiltInServer({ folder: used.folder });
  await expect(refusal).rejects.toBeInstanceOf(BuiltInServerError);
  await expect(refusal).rejects.toThrow(`${used.folder} is in use by process ${process.pid}`);
});

test('two starts at once: one wins, the other fails with the reason', async () => {
  const outcomes = await Promise.allSettled([start(), start()]);
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : '')).filter(Boolean);
  expect(reasons).toEqual([expect.stringMatching(/^BuiltInServerError: .* is in use by process \d+/)]);
});

test('a server starts beside a postmaster.pid of a process that has ended or of another program, or one that is not whole', async () => {
  await findMade();
  const file = join(used.folder, 'cluster', 'postmaster.pid');
  for (const text of [left(2_147_483_646), left(process.pid), '', '12', '\n\n\n']) {
    await writeFile(file, text);
    const server = await start();
    expect([2_147_483_646, process.pid, 0, 12]).not.toContain(await postmaster());
    const database = connect(server);
    expect(await database`select 1 as one`).toEqual([{ one: 1 }]);
    await database.end();
    await server.stop();
  }
});

test('PostgreSQL is known by its program, whatever the path to it', async () => {
  await findMade();
  const program = join(used.base, 'Мој пројекат и још нешто', 'postgres');
  await mkdir(dirname(program));
  await symlink(process.execPath, program);
  const other = spawn(program, ['--eval', 'console.log("running"); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(other.stdout, 'data');
    const file = join(used.folder, 'cluster', 'postmaster.pid');
    await writeFile(file, left(other.pid));
    await expect(startBuiltInServer({ folder: used.folder })).rejects.toThrow(`in use by process ${other.pid}`);
    expect(await readFile(file, 'utf8')).toBe(left(other.pid));
    expect(await runningServerUrl({ folder: used.folder })).toContain('@127.0.0.1:5432/');
  } finally {
    other.kill();
  }
});

test('a folder that cannot be used is named', async () => {
  await writeFile(join(used.base, 'file'), '');
  for (const path of ['file', 'file/postgres']) {
    const refusal = startBuiltInServer({ folder: join(used.base, path) });
    await expect(refusal).rejects.toBeInstanceOf(BuiltInServerError);
    await expect(refusal).rejects.toThrow(/cannot be written to \(E[A-Z]+\)\. A part of this path is a file\./);
  }
});

test('a cluster of another PostgreSQL is refused with the reason', async () => {
  await findMade();
  await writeFile(join(used.folder, 'cluster', 'PG_VERSION'), '15\n');
  await expect(startBuiltInServer({ folder: used.folder })).rejects.toThrow(/did not start: .*incompatible.*server\.log/);
});

test('a server whose starter was killed is stopped cleanly by the next start', async () => {
  await findMade();
  const { child: starter } = await startElsewhere();
  await expect(startBuiltInServer({ folder: used.folder })).rejects.toThrow(`in use by process ${starter.pid}`);
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
  const { child: starter } = await startElsewhere();
  const pid = await postmaster();
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  for (const name of await readdir(used.folder)) if (name.startsWith('owner.')) await rm(join(used.folder, name));
  await expect(startBuiltInServer({ folder: used.folder })).rejects.toThrow(`in use by process ${pid}`);
  process.kill(pid, 'SIGINT');
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect((await start()).url).toContain('@127.0.0.1:');
});

test('an orderly end of the process stops the server without a word', async () => {
  await findMade();
  const { child: starter } = await startElsewhere();
  const pid = await postmaster();
  starter.send('exit');
  await once(starter, 'exit');
  await expect.poll(() => isAlive(pid)).toBe(false);
});
