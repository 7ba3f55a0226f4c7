import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ExportFormatName, exportFormatNames } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { countIncidents, type Database, openDatabase } from '@monitor/store';
import { copyTemplate, dropDatabase } from '../../../packages/store/database-tests/template-database.ts';
import { deep } from '../../../testing/depth.ts';
import { exportedRows, fingerprint } from '../database-tests/exported-rows.ts';
import type * as built from '../src/files/file-threads.ts';
import type { MadeFile } from '../src/files/make-file.ts';
import { demonstration } from './demonstration.ts';

/* Files as the threads of the built product write them. */

let databaseUrl: string;
let database: Database;
let threads: ReturnType<typeof built.fileThreads>;
beforeAll(async () => {
  databaseUrl = await copyTemplate(inject('cluster'), demonstration);
  database = await openDatabase(databaseUrl, { connections: 1 });
  const address = new URL('../dist/files/file-threads.js', import.meta.url).href;
  const { fileThreads } = (await import(address)) as typeof built;
  threads = fileThreads(databaseUrl);
});
afterAll(async () => {
  await threads.stop();
  await database.close();
  await dropDatabase(databaseUrl);
});

const filter: Filter = { country: ['RS'], from: '2022-01-01', to: '2023-12-31' };
const usual = { sort: 'occurred_on', measure: 'incidents', options: {} } as const;
const about = { known: undefined, datasets: undefined, notes: [], publisher: '', origin: '', encoding: undefined };
const never = new AbortController().signal;

const begin = (format: ExportFormatName, of: Filter, signal = never) =>
  threads.make({ ...usual, ...about, format, selection: { filter: of } }, signal);

async function read({ pieces, close }: MadeFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  await close();
  return Buffer.concat(parts);
}

/** Begins a file and leaves it after its first piece. */
async function leaveHalfWay(format: ExportFormatName): Promise<void> {
  const leaving = new AbortController();
  const { pieces, close } = await begin(format, {}, leaving.signal);
  await pieces.next();
  leaving.abort();
  await close();
}

test('every format is whole, one after the other and four at once, also after others were left half-way', async () => {
  const incidents = await countIncidents(database, filter);
  const found = new Set<string>();
  for (const name of exportFormatNames) {
    if (deep || name === 'csv' || name === 'zip') await Promise.all([1, 2, 3].map(() => leaveHalfWay(name)));
    const file = await begin(name, filter);
    const rows = await exportedRows(name, await read(file));
    expect([name, file.total, rows.length]).toEqual([name, incidents, incidents]);
    found.add(fingerprint(rows.map(({ id }) => id)));
  }
  const together = await Promise.all([1, 2, 3, 4].map(async () => read(await begin('ndjson', filter))));
  for (const file of together) found.add(fingerprint((await exportedRows('ndjson', file)).map(({ id }) => id)));
  expect([...found]).toHaveLength(1);
});

test('a file whose connection to the database ends fails, and the next is whole', async () => {
  const file = await begin('ndjson', {});
  await file.pieces.next();
  await database.connections`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ~ 'portions'`;
  await expect(read(file)).rejects.toThrow(/CONNECTION_|terminating connection/);
  await file.close();
  expect(await exportedRows('csv', await read(await begin('csv', filter)))).toHaveLength(await countIncidents(database, filter));
});

test('a thread whose file is left before its first piece is free at once', async () => {
  const leaving = new AbortController();
  const { pieces, close } = await begin('geoparquet', {}, leaving.signal);
  const reading = pieces.next();
  leaving.abort();
  const left = performance.now();
  await Promise.all([close(), expect(reading).rejects.toThrow('aborted')]);
  // Of the ten seconds after which it would be ended.
  expect(performance.now() - left).toBeLessThan(5000);
});
