import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { dimensionNames } from '@monitor/domain';
import {
  countIncidents,
  type Database,
  findIncidentAtVersion,
  listIncidents,
  openDatabase,
  readDatasets,
  readDatasetVersion,
  readSummary,
  readTile,
} from '../src/index.ts';
import { cancellable } from '../src/connection/cancellable.ts';
import { type QueryOptions, readSnapshot } from '../src/connection/read-snapshot.ts';
import { times } from '../../../testing/depth.ts';
import { randomDrafts } from './random-drafts.ts';
import { streamIncidents } from './read-records.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

beforeAll(async () => {
  // Six portions of a stream, without parts, which take time to import.
  const drafts = randomDrafts(1_500, 41).map((draft) => ({ ...draft, people: [], weapons: [], sources: [] }));
  await importDrafts(used.database, drafts);
});

/** Reads with one statement. */
function readOne(database: Database, statement: SQL, options: QueryOptions): Promise<object[]> {
  return readSnapshot(database, options, ({ run }) => run(statement));
}

/** Statements that the server is working on for others than the asker. */
async function runningStatements(): Promise<number> {
  const [row] = await used.database.connections<{ count: number }[]>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  return row?.count ?? -1;
}

/** Connections whose transaction waits for its next statement. */
async function waitingStreams(): Promise<number> {
  const [row] = await used.database.connections<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`;
  return row?.count ?? -1;
}

async function until(condition: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 1500; tries++) {
    if (await condition()) return true;
    await sleep(20);
  }
  return false;
}

async function withPool<Result>(connections: number, use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(used.url, { connections });
  try {
    return await use(database);
  } finally {
    // What breaks is not waited for.
    await database.close(1);
  }
}

test('an abort ends the statement on the server and throws the reason', async () => {
  const leaving = new AbortController();
  const query = readOne(used.database, sql`select pg_sleep(60)`, { signal: leaving.signal });
  expect(await until(async () => (await runningStatements()) === 1)).toBe(true);
  leaving.abort(new Error('The client left.'));
  await expect(query).rejects.toThrow('The client left.');
  expect(await until(async () => (await runningStatements()) === 0)).toBe(true);
});

test('an abort ends a statement that the server has not begun when it is told', async () => {
  await withPool(1, async ({ connections }) => {
    const [backend] = await connections<{ pid: number }[]>`select pg_backend_pid() as pid`;
    process.kill(backend!.pid, 'SIGSTOP');
    const leaving = new AbortController();
    const query = cancellable(leaving.signal)(connections`select pg_sleep(20)`);
    // Long enough for both to come to a process that reads neither.
    await sleep(100);
    leaving.abort();
    await sleep(300);
    process.kill(backend!.pid, 'SIGCONT');
    await expect(query).rejects.toThrow('canceling statement due to user request');
  });
});

test('an abort reaches a caller that waits for a free connection', async () => {
  await withPool(1, async (database) => {
    const occupied = new AbortController();
    const occupying = readOne(database, sql`select pg_sleep(600)`, { signal: occupied.signal });
    expect(await until(async () => (await runningStatements()) === 1)).toBe(true);
    // Rejected while the connection is still taken, or this would not end.
    await expect(countIncidents(database, {}, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
    occupied.abort(new Error('Done.'));
    await expect(occupying).rejects.toThrow('Done.');
    expect(await countIncidents(database, {})).toBe(1_500);
  });
});

test('many aborts at any moment leave every connection usable', async () => {
  await withPool(3, async (database) => {
    const attempts = Array.from({ length: times(40, 150) }, async (_, index) => {
      const signal = AbortSignal.timeout(index % 40);
      return readSummary(database, {}, { interval: 'auto', facets: dimensionNames }, { signal }).catch(
        (error: Error) => error.name,
      );
    });
    const outcomes = await Promise.all(attempts);
    expect(new Set(outcomes.filter((outcome) => typeof outcome === 'string'))).toEqual(new Set(['TimeoutError']));
    expect(await Promise.all(Array.from({ length: 6 }, () => countIncidents(database, {})))).toEqual(Array(6).fill(1_500));
  });
  expect(await until(async () => (await runningStatements()) === 0)).toBe(true);
});

test('every query refuses an aborted signal before it asks anything', async () => {
  const { database } = used;
  const options = { signal: AbortSignal.abort(new Error('gone')) };
  const queries = [
    () => countIncidents(database, {}, options),
    () => listIncidents(database, {}, { sort: 'place', limit: 3 }, options),
    () => findIncidentAtVersion(database, 'AV-000000000000', options),
    () => readSummary(database, {}, { interval: 'auto', facets: dimensionNames }, options),
    () => readTile(database, {}, { z: 0, x: 0, y: 0 }, { measure: 'weapons', ...options }),
    () => readDatasets(database, options),
    () => readDatasetVersion(database, options),
    () => streamIncidents(database, {}, options).next(),
  ];
  for (const query of queries) await expect(query()).rejects.toThrow('gone');
});

test('a statement that takes too long is ended by the server', async () => {
  const database = await openDatabase(used.url, { connections: 1, statementTimeout: 500 });
  await expect(readOne(database, sql`select pg_sleep(60)`, {})).rejects.toMatchObject({ code: '57014' });
  await database.close();
});

test('a cancel request that comes late and hits another statement is not noticed, however long that waited for a connection', async () => {
  await withPool(1, async (database) => {
    const occupying = readOne(database, sql`select pg_sleep(1.2)`, {});
    let attempts = 0;
    const reading = readSnapshot(database, {}, async ({ run }) => {
      attempts += 1;
      await run(sql`select pg_sleep(${attempts === 1 ? 600 : 0})`);
      return 'read';
    });
    await occupying;
    // Once it sleeps: a request that comes between the messages of a statement is ignored by the server.
    const cancelled = () => used.database.connections`
      select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
    expect(await until(async () => (await cancelled()).length === 1)).toBe(true);
    expect(await reading).toBe('read');
    expect(attempts).toBe(2);
  });
});

test('a stream that is left early gives its connection back', async () => {
  await withPool(1, async (database) => {
    for (let time = 0; time < 5; time++) {
      for await (const portion of streamIncidents(database, {})) {
        expect(portion).toHaveLength(250);
        break;
      }
    }
    expect(await countIncidents(database, {})).toBe(1_500);
  });
  expect(await until(async () => (await runningStatements()) === 0)).toBe(true);
});

test('a stream ends with the reason of an abort, also while nobody takes anything from it', async () => {
  await withPool(1, async (database) => {
    const leaving = new AbortController();
    const stream = streamIncidents(database, {}, { signal: leaving.signal });
    expect((await stream.next()).value).toHaveLength(250);
    expect(await until(async () => (await waitingStreams()) === 1)).toBe(true);
    leaving.abort(new Error('The client left.'));
    await expect(stream.next()).rejects.toThrow('The client left.');
    expect(await countIncidents(database, {})).toBe(1_500);
  });
});

test('a stream reads one state of the data, whatever is changed meanwhile', async () => {
  const seen: string[] = [];
  for await (const portion of streamIncidents(used.database, {})) {
    if (seen.length === 0) await used.database.connections`update incidents set status = 'draft' where occurred_on > '2020-01-01'`;
    seen.push(...portion.map((row) => row.id));
  }
  expect(new Set(seen).size).toBe(1_500);
  await used.database.connections`update incidents set status = 'published'`;
});

test('a connection that breaks in a stream is an error of the stream and of nothing else', async () => {
  await withPool(2, async (database) => {
    const stream = streamIncidents(database, {});
    await stream.next();
    // It may be between two portions, or wait for somebody to take the next.
    const terminated = () => used.database.connections`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`;
    expect(await until(async () => (await terminated()).length === 1)).toBe(true);
    expect(await until(async () => (await waitingStreams()) === 0)).toBe(true);
    const rest = async () => {
      for await (const portion of stream) expect(portion.length).toBeGreaterThan(0);
    };
    await expect(rest()).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await countIncidents(database, {})).toBe(1_500);
  });
});
