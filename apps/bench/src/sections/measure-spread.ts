import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { dimensionNames } from '@monitor/domain';
import { type Database, openDatabase, readSummary, setUpSpread, type SpreadServer } from '@monitor/store';
import { namedFilters } from '../filters.ts';
import { count, megabytes, milliseconds, type Report, type Row } from '../report.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { connect, copyOut } from '../setting/connect.ts';
import { loadIncidents } from '../setting/load-incidents.ts';
import { startOwnDatabase } from '../setting/own-database.ts';
import { measure } from '../timing.ts';

/** Years with which the second and third server begin: about as many incidents for each. */
const divisions: readonly (readonly number[])[] = [[], [2020], [2018, 2022]];

/** Numbers of incidents and of sets of traits for each server, as `idsOfServer` of the store. */
const idsOfServer = 2 ** 24;

const request = { interval: 'month', facets: dimensionNames } as const;

/** The summary from SQL, from one database and spread over one, two and three servers of this machine. Throws where they do not say the same. */
export async function measureSpread(rows: number, context: BenchContext): Promise<Report> {
  const { tell, signal } = context;
  tell(`spread: ${count(rows)} incidents in one database`);
  const whole = await startOwnDatabase(context);
  await loadIncidents(whole.url, rows, context);
  const times = new Map<string, Row>(namedFilters.map(({ name }) => [name, { filter: name }]));
  const answers = new Map<string, object>();
  const reads: Row[] = [];
  const ask = async (url: string, column: string) => {
    tell(`spread: asking ${column}`);
    const database = await openDatabase(url, { statementTimeout: 0 });
    for (const { name, filter } of namedFilters) {
      const { datasetVersion: _, ...answer } = await readSummary(database, filter, request, { signal });
      if (!isDeepStrictEqual(answers.get(name) ?? answer, answer))
        throw new Error(`${column} and one database differ for ${name}.`);
      answers.set(name, answer);
      const limits = { budget: 0, least: 3, most: 3 };
      const { median } = await measure(() => readSummary(database, filter, request, { signal }), signal, limits);
      times.set(name, { ...times.get(name)!, [column]: milliseconds(median) });
    }
    await database.close();
  };
  await ask(whole.url, 'one database');
  for (const years of divisions) {
    const column = `${years.length + 1} ${years.length === 0 ? 'server' : 'servers'}`;
    const own = await Promise.all([undefined, ...years].map(() => startOwnDatabase(context)));
    const front = await startOwnDatabase(context);
    const servers = own.map(({ url }, at): SpreadServer => {
      const [from, next] = [years[at - 1], years[at]];
      return { name: `server_${at + 1}`, url, from, until: next === undefined ? undefined : next - 1 };
    });
    const setUp = () => setUpSpread(front.url, servers, { prepare: async () => undefined, signal });
    await setUp();
    for (const [at, server] of servers.entries()) {
      tell(`spread: filling ${server.name} of ${servers.length}`);
      await copyShare(whole.url, server, at, context);
    }
    // Takes in what is there now.
    await setUp();
    await ask(front.url, column);
    reads.push(...(await readsOf(front.url, servers, column, context)));
    for (const one of [...own, front]) await one.remove();
  }
  await whole.remove();
  return {
    tables: [
      { title: 'Time of the summary, median of 3', rows: [...times.values()] },
      { title: 'What each server reads for the summary without a filter', rows: reads },
    ],
  };
}

/** Copies the incidents of a server out of the whole record, with numbers of its own. */
async function copyShare(wholeUrl: string, { url, from = 1900, until = 3000 }: SpreadServer, at: number, context: BenchContext) {
  const { sql, close } = connect(url, context.cleanup);
  const shift = at * idsOfServer;
  const columnsOf = async (table: string) =>
    (
      await sql<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`
    ).map(({ name }) => `"${name}"`);
  await sql`set session_replication_role = replica`;
  for (const [table, shifted, condition] of [
    ['datasets', /^$/, 'true'],
    ['trait_sets', /^"id"$/, 'true'],
    ['incidents', /^"id"$|_traits"$/, `occurred_on between '${from}-01-01' and '${until}-12-31'`],
  ] as const) {
    const columns = await columnsOf(table);
    const selected = columns.map((name) => (shifted.test(name) ? `${name} + ${shift}` : name));
    const into = await sql.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable();
    await copyOut(wholeUrl, `select ${selected.join(', ')} from ${table} where ${condition}`, { into }, context);
    if (!into.writableFinished) await once(into, 'finish');
  }
  await sql`update publication set version = version + 1`;
  await sql`vacuum (analyze) incidents`;
  await close();
}

/** Rows and bytes that each server has read for one summary. */
async function readsOf(frontUrl: string, servers: readonly SpreadServer[], column: string, context: BenchContext): Promise<Row[]> {
  const before = await Promise.all(servers.map((server) => readSoFar(server, context)));
  const front: Database = await openDatabase(frontUrl, { statementTimeout: 0 });
  await readSummary(front, {}, request);
  await front.close();
  // What a server counts is known when its connection has ended.
  await sleep(2_000);
  const after = await Promise.all(servers.map((server) => readSoFar(server, context)));
  return servers.map(({ name }, at) => ({
    'spread over': column,
    server: name,
    incidents: count(after[at]!.incidents),
    'rows read': count(after[at]!.rows - before[at]!.rows),
    'bytes read': megabytes(after[at]!.bytes - before[at]!.bytes),
  }));
}

async function readSoFar({ url }: SpreadServer, { cleanup }: BenchContext) {
  const { sql, close } = connect(url, cleanup);
  const [read] = await sql<{ rows: number; bytes: number; incidents: number }[]>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows, (heap_blks_read + heap_blks_hit) * 8192 as bytes,
      (select count(*) from incidents) as incidents
    from pg_stat_user_tables join pg_statio_user_tables using (relid) where relid = 'incidents'::regclass`;
  await close();
  return read!;
}
