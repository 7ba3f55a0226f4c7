import type { Database } from '../src/index.ts';

/** An address of the same database whose server says that it is PostgreSQL 14.9. */
export async function urlOfOldServer(database: Database, url: string): Promise<string> {
  // A role that finds a function of ours before the one of PostgreSQL.
  await database.connections.unsafe(`
    create schema old;
    create function old.current_setting(name text) returns text language sql as $$
      select case name
        when 'server_version_num' then '140009' when 'server_version' then '14.9' else pg_catalog.current_setting(name) end $$;
    create role old login password 'old';
    grant usage on schema old to old;
    alter role old set search_path = old, pg_catalog, public;`);
  const old = new URL(url);
  old.username = 'old';
  old.password = 'old';
  return old.href;
}
