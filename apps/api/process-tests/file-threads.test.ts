import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { exportFormatNames, type Summary } from '@monitor/contract';
import { openDatabase } from '@monitor/store';
import { copyTemplate, dropDatabase } from '../../../packages/store/database-tests/template-database.ts';
import { deep } from '../../../testing/depth.ts';
import { addressOfFormat, exportedRows, fingerprint } from '../database-tests/exported-rows.ts';
import type * as built from '../src/files/file-threads.ts';
import { demonstration } from './demonstration.ts';
import { ended, type LaunchedServer, launchServer } from './launched-server.ts';

/* Downloads as the built product writes them, on threads of their own. */

let databaseUrl: string;
let server: LaunchedServer;
beforeAll(async () => {
  databaseUrl = await copyTemplate(inject('cluster'), demonstration);
  server = await launchServer({ PORT: '0', DATABASE_URL: databaseUrl, RATE_LIMIT: 'off', DEMO: 'off', ANALYTICS: 'sql' });
});
afterAll(async () => {
  await ended(server.process);
  await dropDatabase(databaseUrl);
});

const query = 'country=RS&from=2022-01-01&to=2023-12-31';

/** Begins a download and drops it after its first bytes. */
async function leaveHalfWay(path: string): Promise<void> {
  const request = get(`${server.address}${path}`, { agent: false });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  await once(answer, 'readable');
  answer.destroy();
}

/** A whole answer. Downloads that were left make room within a moment. */
async function read(path: string): Promise<Buffer> {
  let body = Buffer.alloc(0);
  const isThere = async () => {
    const answer = await fetch(`${server.address}${path}`);
    body = Buffer.from(await answer.arrayBuffer());
    return answer.status;
  };
  await expect.poll(isThere).toBe(200);
  return body;
}

test('every format is whole, one after the other and four at once, also after others were left half-way', async () => {
  const { totals } = JSON.parse((await read(`/api/v1/summary?${query}&facets=none`)).toString()) as Summary;
  const found = new Set<string>();
  for (const name of exportFormatNames) {
    if (deep || name === 'csv' || name === 'zip') await Promise.all([1, 2, 3].map(() => leaveHalfWay(addressOfFormat(name))));
    const rows = await exportedRows(name, await read(`${addressOfFormat(name)}?${query}`));
    expect([name, rows.length]).toEqual([name, totals.incidents]);
    found.add(fingerprint(rows.map(({ id }) => id)));
  }
  const together = await Promise.all([1, 2, 3, 4].map(() => read(`${addressOfFormat('ndjson')}?${query}`)));
  for (const file of together) found.add(fingerprint((await exportedRows('ndjson', file)).map(({ id }) => id)));
  expect([...found]).toHaveLength(1);
});

test('a download whose connection to the database ends is interrupted, never short, and the next is whole', async () => {
  const request = get(`${server.address}${addressOfFormat('ndjson')}`, { agent: false });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  await once(answer, 'readable');
  const database = await openDatabase(databaseUrl, { connections: 1 });
  await database.connections`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ~ 'portions'`;
  await database.close();
  const reading = (async () => {
    for await (const piece of answer) void piece;
  })();
  await expect(reading).rejects.toThrow('aborted');
  const { totals } = JSON.parse((await read(`/api/v1/summary?${query}&facets=none`)).toString()) as Summary;
  expect(await exportedRows('csv', await read(`${addressOfFormat('csv')}?${query}`))).toHaveLength(totals.incidents);
});

test('a thread whose file is left before its first piece is free at once', async () => {
  const address = new URL('../dist/files/file-threads.js', import.meta.url).href;
  const { fileThreads } = (await import(address)) as typeof built;
  const threads = fileThreads(databaseUrl);
  const leaving = new AbortController();
  const order = {
    format: 'geoparquet',
    selection: { filter: {} },
    sort: 'occurred_on',
    measure: 'incidents',
    options: {},
  } as const;
  const about = { known: undefined, datasets: undefined, notes: [], publisher: '', origin: '', encoding: undefined };
  const { pieces, close } = await threads.make({ ...order, ...about }, leaving.signal);
  const reading = pieces.next();
  leaving.abort();
  const left = performance.now();
  await Promise.all([close(), expect(reading).rejects.toThrow('aborted')]);
  // Of the ten seconds after which it would be ended.
  expect(performance.now() - left).toBeLessThan(5000);
  await threads.stop();
});
