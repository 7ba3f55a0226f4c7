import type { Database } from '../src/index.ts';
import { databaseName } from './template-database.ts';

/** An address of the same database whose server says that it is PostgreSQL 14.9. */
export async function urlOfOldServer(database: Database, url: string): Promise<string> {
  // A role that finds a function of ours before the one of PostgreSQL. Roles are those of the whole server, databases apart.
  const role = `old_${databaseName(url)}`;
  await database.connections.unsafe(`
    create schema old;
    create function old.current_setting(name text) returns text language sql as $$
      select case name
        when 'server_version_num' then '140009' when 'server_version' then '14.9' else pg_catalog.current_setting(name) end $$;
    create role ${role} login password 'old';
    grant usage on schema old to ${role};
    alter role ${role} set search_path = old, pg_catalog, public;`);
  return Object.assign(new URL(url), { username: role, password: 'old' }).href;
}
