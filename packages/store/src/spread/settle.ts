import { sql } from 'drizzle-orm';
import { quoted } from '../backup/backup-tables.ts';
import type { Database } from '../connection/database.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { lockImports } from '../import/lock-imports.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';

/**
 * Copies what a database that reads from several servers keeps of them: small tables, how many incidents of which days there are, and the
 * version of each server. From then on, answers are of these versions. Returns the dataset version, which is the sum of them.
 * @param before the dataset version so far
 */
export async function settle({ run }: Transaction, before: number): Promise<number> {
  const servers = await run<{ name: string }>(sql`select name from spread.servers order by name`);
  const at = (table: string, columns = '*') =>
    servers.map(({ name }) => `select ${columns} from ${quoted(`at_${name}`)}.${table}`).join(' union all ');
  const copy = (table: string, rows: string) =>
    sql.raw(`delete from spread.${table}; insert into spread.${table} select * from (${rows}) as found`);
  await run(copy('datasets', `select distinct on (id) * from (${at('datasets')}) as each_server order by id`));
  await run(copy('trait_sets', at('trait_sets')));
  await run(copy('removals', at('removals')));
  await run(
    copy(
      'removed_incidents',
      `select distinct on (public_id) * from (${at('removed_incidents')}) as each_server order by public_id, removal_id desc`,
    ),
  );
  const ofImports = 'id, dataset_id, format, started_at, finished_at, inserted, updated, unchanged, repeated';
  // The same import has the same number on each server.
  await run(
    sql.raw(`
    delete from spread.import_batches;
    insert into spread.import_batches (
      id, dataset_id, format, file_names, started_at, finished_at, inserted, updated, unchanged, repeated, listing_changes
    )
    select id, dataset_id, min(format), '{}', min(started_at), max(finished_at), sum(inserted), sum(updated),
      sum(unchanged), sum(repeated), '[]'::jsonb
    from (${at('import_batches', ofImports)}) as each_server group by id, dataset_id`),
  );
  for (const { name } of servers)
    for (const table of ['regions', 'places'])
      await run(sql.raw(`insert into public.${table} select * from ${quoted(`at_${name}`)}.${table} on conflict do nothing`));
  await run(
    sql.raw(`delete from spread.coverage; insert into spread.coverage
    select dataset_id, country, count(*), count(*) filter (where occurred_until > occurred_on), min(occurred_on), max(occurred_on), max(updated_at),
      min(lon), min(lat), max(lon), max(lat)
    from spread.incidents where published group by dataset_id, country`),
  );
  for (const { name } of servers)
    await run(
      sql`update spread.servers set version = (select version from ${sql.raw(quoted(`at_${name}`))}.publication) where name = ${name}`,
    );
  const [raised] = await run<{ version: number }>(sql`
    with gone as (delete from spread.publication)
    insert into spread.publication select true, sum(version), now() from spread.servers returning version`);
  const version = raised?.version ?? 0;
  if (version !== before) {
    await run(sql`insert into spread.publication_changes values (${version}, null)`);
    await run(sql`select pg_notify('publication', ${String(version)})`);
  }
  return version;
}

/** The same after something was changed on the servers, once no import is under way. */
export async function settleSpread(front: Database, signal: AbortSignal): Promise<number> {
  return writeWhole(
    front,
    async (transaction) => {
      await lockImports(transaction.run, 'settling');
      return settle(transaction, await versionOfSnapshot(transaction.db));
    },
    signal,
  );
}
