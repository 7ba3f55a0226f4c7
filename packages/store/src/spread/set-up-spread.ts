import { sql } from 'drizzle-orm';
import { quoted } from '../backup/backup-tables.ts';
import { DatabaseError } from '../connection/database-error.ts';
import type { Database } from '../connection/database.ts';
import { openDatabase } from '../connection/open-database.ts';
import { onPool } from '../connection/statements.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { createLogins, loginUrl } from '../schema/logins.ts';
import { settle } from './settle.ts';
import { idsOfServer } from './spread.ts';
import { shareCondition, shareWords, type SpreadServer } from './shares.ts';

/*
 * Each server of a spread record is a whole database of its own, with all constraints and triggers, for its locations and years. In the
 * database that is read, the schema `spread` has foreign tables over them under the names of the tables, so that the same statements read
 * both. Numbers of incidents tell the server: so they are what the tables are partitioned by, and what sums are grouped by.
 */

/** Tables that are partitioned, with the column that holds the number of an incident. */
const partitioned = {
  incidents: 'id',
  people: 'incident_id',
  weapons: 'incident_id',
  sources: 'incident_id',
  revisions: 'incident_id',
};

/** Tables whose rows have numbers of their own on each server. */
const numbered = ['incidents', 'trait_sets', 'removals'];

/** Tables of which the database that is read keeps a copy, so that it can answer without one of the servers. */
export const copied = ['datasets', 'trait_sets', 'import_batches', 'removals', 'removed_incidents'] as const;

interface SetUpOptions {
  /** Brings tables and places of a database to the state that this version needs. */
  readonly prepare: (database: Database) => Promise<unknown>;
  readonly signal: AbortSignal;
}

/**
 * Makes a record that is spread over these servers, or brings it up to date: may be repeated. Throws `DatabaseError` where a server holds
 * incidents that belong to another.
 * @param frontUrl address of the database that is read, of a user that may make extensions
 */
export async function setUpSpread(frontUrl: string, servers: readonly SpreadServer[], options: SetUpOptions): Promise<number> {
  let secret: Uint8Array | undefined;
  for (const [at, server] of servers.entries()) {
    const database = await openDatabase(server.url, { connections: 2, statementTimeout: 0 });
    try {
      await options.prepare(database);
      await createLogins(database, server.url);
      secret = await writeWhole(database, (own) => prepareServer(own, server, servers, { at, secret }), options.signal);
    } finally {
      await database.close(1);
    }
  }
  const ownTables = new URL(frontUrl);
  ownTables.searchParams.set('search_path', 'public');
  const front = await openDatabase(ownTables.href, { connections: 2, statementTimeout: 0 });
  try {
    await options.prepare(front);
    const [found] = await onPool(front, ({ run }) => run(sql`select from public.incidents limit 1`));
    if (found)
      throw new DatabaseError('The database of DATABASE_URL has incidents itself. Use an empty database to read the others from.');
    return await writeWhole(front, (own) => prepareFront(own, servers), options.signal);
  } finally {
    await front.close(1);
  }
}

/** Gives a server its numbers, the secret of all and the condition that its incidents meet. Returns the secret. */
async function prepareServer(
  { run }: Transaction,
  server: SpreadServer,
  servers: readonly SpreadServer[],
  { at, secret }: { readonly at: number; readonly secret: Uint8Array | undefined },
): Promise<Uint8Array> {
  const first = at * idsOfServer + 1;
  // Those that the migrations leave; an import makes again what it needs.
  await run(sql`delete from trait_sets where not exists (select from incidents)`);
  for (const table of numbered) {
    const [own] = await run<{ least: number | null; most: number | null }>(
      sql`select min(id) as least, max(id) as most from ${sql.raw(table)}`,
    );
    const { least = null, most = null } = own ?? {};
    if ((least ?? first) < first || (most ?? first) >= first + idsOfServer)
      throw new DatabaseError(
        `The server ${server.name} holds a record that was not made as the ${at + 1}. of these servers. Keep their order, put new ones at the end, and use empty databases for these.`,
      );
    if (least === null) await run(sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${first}::bigint, false)`);
  }
  const condition = shareCondition(server, servers);
  const [other] = await run<object>(sql.raw(`select from incidents where not (${condition}) limit 1`));
  if (other) throw new DatabaseError(`The server ${server.name} holds incidents that are not of ${shareWords(server)}.`);
  await run(
    sql.raw(`
    alter table incidents drop constraint if exists incidents_share;
    alter table incidents add constraint incidents_share check (${condition})`),
  );
  const [own] = await run<{ secret: Uint8Array; used: boolean }>(
    sql`select secret, exists (select from incidents i join datasets d on d.id = i.dataset_id where d.secret_identifiers) as used from identifier_secret`,
  );
  if (own === undefined) throw new DatabaseError(`The server ${server.name} was not made by the migrations.`);
  if (secret === undefined || Buffer.from(secret).equals(own.secret)) return own.secret;
  if (own.used)
    throw new DatabaseError(
      `The server ${server.name} has given incidents identifiers with a secret of its own. Use an empty database.`,
    );
  await run(sql`update identifier_secret set secret = ${Buffer.from(secret)}`);
  return secret;
}

/** Makes the foreign tables, what is kept beside them, and what the planner needs. Returns the dataset version. */
async function prepareFront(transaction: Transaction, servers: readonly SpreadServer[]): Promise<number> {
  const { run } = transaction;
  const [version18] = await run(sql`select where current_setting('server_version_num')::integer >= 180000`);
  if (!version18)
    throw new DatabaseError('The database that reads from several servers must be PostgreSQL 18 or newer. The servers need not.');
  await run(sql.raw('create extension if not exists postgres_fdw with schema public'));
  await run(sql.raw('drop schema if exists spread cascade; create schema spread'));
  const earlier = await run<{ name: string }>(sql`select srvname as name from pg_foreign_server where starts_with(srvname, 'at_')`);
  for (const { name } of earlier)
    await run(sql.raw(`drop server ${quoted(name)} cascade; drop schema if exists ${quoted(name)} cascade`));
  for (const [table, column] of Object.entries(partitioned))
    await run(
      sql.raw(
        `create table spread.${table} (like public.${table}) partition by ${table === 'incidents' ? `list ((id / ${idsOfServer}))` : `range (${column})`}`,
      ),
    );
  for (const [at, server] of servers.entries()) await run(sql.raw(foreignTables(server, servers, at)));
  await run(sql.raw(keptTables));
  for (const { name, ...share } of servers)
    await run(sql`insert into spread.servers values (${name}, ${shareWords({ name, ...share })}, 0)`);
  // The planner knows nothing of what others have. With many rows of few values, it leaves it to the servers to add them up.
  for (const { name } of servers) {
    const table = sql`'schemaname', 'spread', 'relname', ${`incidents_at_${name}`}::text`;
    await run(sql`select pg_restore_relation_stats(${table}, 'relpages', 100000000, 'reltuples', 1e10::real)`);
    await run(sql`
      select pg_restore_attribute_stats(${table}, 'attname', attname::text, 'inherited', false, 'null_frac', 0::real, 'avg_width', 8,
        'n_distinct', (case attname when 'id' then 1 else 30 end)::real)
      from pg_attribute where attrelid = 'spread.incidents'::regclass and attnum > 0 and attname <> 'occurred_on'`);
  }
  const version = await settle(transaction, 0);
  await run(sql.raw(rights));
  return version;
}

function foreignTables(server: SpreadServer, servers: readonly SpreadServer[], at: number): string {
  const { username, password, hostname, port, pathname } = new URL(loginUrl(server.url, 'monitor_reader'));
  const text = (value: string) => `'${decodeURIComponent(value).replaceAll("'", "''")}'`;
  const name = quoted(`at_${server.name}`);
  const [first, after] = [at * idsOfServer + 1, (at + 1) * idsOfServer + 1];
  const ofTable = Object.entries(partitioned).map(([table]) => {
    const isIncidents = table === 'incidents';
    const check = isIncidents
      ? ` (constraint share check (${shareCondition(server, servers)}), constraint numbers check (id >= ${first} and id < ${after}))`
      : '';
    return `create foreign table spread.${quoted(`${table}_at_${server.name}`)} partition of spread.${table}${check}
      for values ${isIncidents ? `in (${at})` : `from (${first}) to (${after})`} server ${name} options (schema_name 'public', table_name '${table}');`;
  });
  return `
    create server ${name} foreign data wrapper postgres_fdw options (
      host ${text(hostname.replace(/^\[(.*)\]$/, '$1'))}, port '${port || '5432'}', dbname ${text(pathname.slice(1))}, connect_timeout '5',
      async_capable 'true', fetch_size '10000'
    );
    create user mapping for public server ${name} options (user ${text(username)}, password ${text(password)});
    ${ofTable.join('\n')}
    create schema ${name};
    import foreign schema public limit to (${copied.join(', ')}, regions, places, publication) from server ${name} into ${name};`;
}

const keptTables = `
  create table spread.servers (name text primary key, share text not null, version bigint not null);
  ${copied.map((table) => `create table spread.${table} (like public.${table});`).join('\n')}
  create index on spread.trait_sets (id);
  create table spread.coverage (
    dataset_id smallint, country text collate "C", incidents bigint, "severalDays" integer, "from" date, "to" date, updated_at timestamptz,
    west double precision, south double precision, east double precision, north double precision
  );
  create table spread.publication (like public.publication);
  create table spread.publication_changes (like public.publication_changes);`;

/** Statements find the names in this schema first; sums are made where the incidents are. */
const rights = `
  grant usage on schema spread to public;
  do $$
  declare
    one record;
    setting text;
  begin
    for one in
      select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ') as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        and c.relname || '.' || a.attname <> all (withheld_columns())
      where c.relnamespace = 'spread'::regnamespace and c.relkind in ('r', 'p')
      group by c.oid
    loop
      execute format('grant select (%s) on %s to monitor_reader, monitor_writer', one.columns, one.name);
    end loop;
    for one in select nspname as name from pg_namespace where nspname like 'at\\_%' loop
      execute format('grant usage on schema %I to monitor_reader, monitor_writer', one.name);
      execute format('grant select on %I.publication to monitor_reader, monitor_writer', one.name);
    end loop;
    foreach setting in array array['search_path = spread, public', 'enable_partitionwise_aggregate = on', 'enable_partitionwise_join = on'] loop
      execute format('alter database %I set %s', current_database(), setting);
    end loop;
  end $$`;
