import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import postgres from 'postgres';
import { times } from '../../../testing/depth.ts';
import { runningServerUrl, startBuiltInServer } from '../src/index.ts';
import { isAlive, useOwnFolder } from './own-folder.ts';

/* What happens to the server, and to those who start it, in a bad night. */

const used = useOwnFolder();

/** Whether a statement is answered within a second or two. */
async function isAnswered(url: string): Promise<boolean> {
  const database = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  const answered = database`select 1`.then(
    () => true,
    () => false,
  );
  const isThere = await Promise.race([answered, sleep(2000, false, { ref: false })]);
  await database.end({ timeout: 0 });
  return isThere;
}

/** The number of the server once it is another one than before and answers. */
async function nextPostmaster(url: string, before: number): Promise<number> {
  await expect.poll(async () => [0, before, Number.NaN].includes(await used.postmaster()), { interval: 20 }).toBe(false);
  await expect.poll(() => isAnswered(url)).toBe(true);
  return used.postmaster();
}

test('a server that is killed again and again is there each time, at the same address and with all that was committed', async () => {
  const kills = times(2, 10);
  await used.findMade();
  const messages: string[] = [];
  const { url } = await used.start({ onTrouble: (message) => messages.push(message) });
  for (let time = 1; time <= kills; time += 1) {
    const database = postgres(url, { max: 1, onnotice: () => undefined });
    await database`create table if not exists kept (time int)`;
    await database`insert into kept values (${time})`;
    await database.end();
    const before = await used.postmaster();
    process.kill(before, 'SIGKILL');
    await nextPostmaster(url, before);
  }
  const database = postgres(url, { max: 1 });
  expect(await database`select count(*)::int as rows from kept`).toEqual([{ rows: kills }]);
  await database.end();
  expect(messages.filter((message) => /was ended by SIGKILL/.test(message))).toHaveLength(kills);
  expect(messages.at(-1)).toMatch(/is running again/);
});

test('a server one of whose own processes is killed answers again', async () => {
  await used.findMade();
  const { url } = await used.start();
  const database = postgres(url, { max: 1, onnotice: () => undefined });
  const [backend] = await database<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const sleeping = database`select pg_sleep(600)`.catch((error: unknown) => error);
  process.kill(backend!.pid, 'SIGKILL');
  expect(await sleeping).toBeInstanceOf(Error);
  await expect.poll(() => isAnswered(url)).toBe(true);
  await database.end({ timeout: 0 });
});

test('a server that has stopped responding is ended and started again', async () => {
  await used.findMade();
  const messages: string[] = [];
  const server = await used.start({ watch: { every: 100, patience: 1000 }, onTrouble: (message) => messages.push(message) });
  expect(server.trouble()).toBeUndefined();
  const before = await used.postmaster();
  process.kill(before, 'SIGSTOP');
  await nextPostmaster(server.url, before);
  expect(await isAlive(before)).toBe(false);
  expect(messages[0]).toMatch(/does not respond/);
  await expect.poll(() => server.trouble()).toBeUndefined();
});

test('while it cannot be started the server says so, and goes on by itself when the cause is gone', async () => {
  await used.findMade();
  const messages: string[] = [];
  const server = await used.start({ onTrouble: (message) => messages.push(message) });
  const file = join(used.folder, 'cluster', 'PG_VERSION');
  await writeFile(file, '15\n');
  const before = await used.postmaster();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => messages.filter((message) => /did not start: .*incompatible/.test(message)).length).toBeGreaterThan(1);
  expect(server.trouble()).toMatch(/could not be started again/);
  await writeFile(file, '18\n');
  await nextPostmaster(server.url, before);
  await expect.poll(() => server.trouble()).toBeUndefined();
});

test('a server that is down when it is to be stopped is not started again', async () => {
  await used.findMade();
  const server = await used.start();
  process.kill(await used.postmaster(), 'SIGKILL');
  await server.stop();
  expect((await readdir(used.folder)).toSorted()).toEqual(['cluster', 'server.log']);
  const again = await used.start();
  expect(await isAnswered(again.url)).toBe(true);
});

test('while the owner lives nobody else starts a server in its folder, also when its own is down', async () => {
  await used.findMade();
  const { child: owner } = await used.startElsewhere();
  for (let time = 1; time <= times(1, 3); time += 1) {
    const before = await used.postmaster();
    process.kill(before, 'SIGKILL');
    await expect(startBuiltInServer({ folder: used.folder })).rejects.toThrow(`in use by process ${owner.pid}`);
    // The one that is there is the owner's.
    await expect.poll(async () => (await runningServerUrl({ folder: used.folder })) !== undefined).toBe(true);
    expect(await isAnswered((await runningServerUrl({ folder: used.folder }))!)).toBe(true);
  }
});

test('of several that start at once after a hard kill, one gets the folder and the others name it', async () => {
  await used.findMade();
  let owner = (await used.startElsewhere()).child;
  for (let round = 1; round <= times(1, 3); round += 1) {
    owner.kill('SIGKILL');
    process.kill(await used.postmaster(), 'SIGKILL');
    const starts = await Promise.all(Array.from({ length: 5 }, () => used.startElsewhere()));
    const winner = starts.find(({ said }) => said === 'started');
    expect(starts.filter((start) => start !== winner).map(({ said }) => said)).toEqual(
      Array.from({ length: 4 }, () => expect.stringContaining(`in use by process ${winner?.child.pid}`) as string),
    );
    expect(await isAnswered((await runningServerUrl({ folder: used.folder }))!)).toBe(true);
    owner = winner!.child;
  }
});

test('a start right after everything was killed waits until the old processes are gone', async () => {
  await used.findMade();
  for (let time = 1; time <= times(2, 12); time += 1) {
    const { child: owner } = await used.startElsewhere();
    const url = await runningServerUrl({ folder: used.folder });
    const clients = Array.from({ length: 3 }, () => postgres(url!, { max: 1 }));
    const held = await Promise.all(
      clients.map(async (client) => (await client<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]!.pid),
    );
    // They do not notice that their server has gone, as if they calculated something long.
    for (const pid of held) process.kill(pid, 'SIGSTOP');
    const before = await used.postmaster();
    const gone = once(owner, 'exit');
    // No time in between.
    owner.kill('SIGKILL');
    process.kill(before, 'SIGKILL');
    const server = await used.start();
    expect(await Promise.all(held.map(isAlive))).toEqual([false, false, false]);
    expect(await isAnswered(server.url)).toBe(true);
    await server.stop();
    await Promise.all([gone, ...clients.map((client) => client.end({ timeout: 0 }))]);
  }
});
