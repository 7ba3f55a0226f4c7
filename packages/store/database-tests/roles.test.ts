import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  actingAs,
  createLogin,
  createLogins,
  type Database,
  findIncidentAtVersion,
  type GroupRole,
  listIncidents,
  loginUrl,
  mayImport,
  migrate,
  openDatabase,
  readDatasets,
} from '../src/index.ts';
import { randomDrafts } from './random-drafts.ts';
import { importDrafts, useTestDatabase } from './test-database.ts';

/* What the users of the product can do, and above all cannot. */

const used = useTestDatabase();
const users: Partial<Record<GroupRole, Database>> = {};
const as = (role: GroupRole) => users[role]!;

beforeAll(async () => {
  await importDrafts(used.database, randomDrafts(50));
  // A copy of a database does not have the rights of the database itself, such as that to temporary tables.
  await used.database.connections`select grant_rights()`;
  await createLogins(used.database, used.url);
  // A second time, as each start does.
  await Promise.all([createLogins(used.database, used.url), createLogins(used.database, used.url)]);
  for (const role of ['monitor_reader', 'monitor_writer'] as const) users[role] = await openDatabase(loginUrl(used.url, role));
});
afterAll(async () => {
  await Promise.all(Object.values(users).map((database) => database.close()));
});

const denied = { code: '42501' };

const tables = async () =>
  (
    await used.database.connections<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  ).map(({ name }) => name);

/** What neither of them may do: change tables, become another, and reach beyond the database. */
const forbiddenToBoth = [
  'create table taken (n int)',
  'create view taken as select 1 as one',
  'create function taken() returns int language sql as $$ select 1 $$',
  'create schema taken',
  'create extension postgres_fdw',
  'create role taken',
  'create database taken',
  'alter role monitor_api superuser',
  'alter role monitor_import createrole',
  'alter system set work_mem = 1000',
  'drop table incidents',
  'truncate incidents',
  'alter table incidents disable trigger all',
  "insert into schema_migrations (name, checksum) values ('x', 'x')",
  'delete from places',
  'set role monitor',
  'set session authorization monitor',
  "set session_replication_role = 'replica'",
  'select lo_create(0)',
  "select lo_from_bytea(0, 'x')",
  "select lo_import('/etc/passwd')",
  "select pg_logical_emit_message(false, 'x', 'x')",
  "select pg_read_file('/etc/passwd')",
  "select pg_read_binary_file('postgresql.conf')",
  "select pg_ls_dir('.')",
  "select pg_stat_file('postgresql.conf')",
  "copy incidents (id) to '/tmp/taken'",
  "copy datasets (slug) from '/etc/passwd'",
  "copy datasets (slug) to program 'true'",
  "copy datasets (slug) from program 'true'",
  'select passwd from pg_shadow',
  'select rolpassword from pg_authid',
  'checkpoint',
];

describe.each(['monitor_reader', 'monitor_writer'] as const)('%s', (role) => {
  test.each(forbiddenToBoth)('may not: %s', async (statement) => {
    await expect(as(role).connections.unsafe(statement)).rejects.toMatchObject(denied);
  });

  test('has no rights but those of the role', async () => {
    const [user] = await as(role).connections`
      select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as more from pg_roles where rolname = current_user`;
    expect(user).toEqual({ more: false });
  });
});

describe('the API', () => {
  test('reads what answers are made of', async () => {
    const { items } = await listIncidents(as('monitor_reader'), {}, { sort: '-occurred_on', limit: 5 });
    expect(items).toHaveLength(5);
    const { record } = await findIncidentAtVersion(as('monitor_reader'), items[0]!.id);
    expect(record).toMatchObject({ id: items[0]!.id });
    expect(await readDatasets(as('monitor_reader'))).toHaveLength(1);
    expect(await mayImport(as('monitor_reader'))).toBe(false);
  });

  test('changes no table, and makes no temporary one', async () => {
    const { connections } = as('monitor_reader');
    for (const name of await tables()) {
      await expect(connections.unsafe(`delete from ${name}`)).rejects.toMatchObject(denied);
      await expect(connections.unsafe(`insert into ${name} default values`)).rejects.toMatchObject(denied);
    }
    for (const statement of [
      'update incidents set killed = 0',
      'create temp table taken (n int)',
      'do $$ begin lock table incidents in access exclusive mode; end $$',
    ])
      await expect(connections.unsafe(statement)).rejects.toMatchObject(denied);
  });

  test.each([
    'exact_lon from incidents',
    'exact_lat from incidents',
    'previous from revisions',
    'secret from identifier_secret',
    '* from incidents',
  ])('does not see what is withheld: %s', async (what) => {
    await expect(as('monitor_reader').connections.unsafe(`select ${what}`)).rejects.toMatchObject(denied);
  });

  test('starts where the tables are up to date, and is told what to do where they are not', async () => {
    expect(await migrate(as('monitor_reader'))).toEqual([]);
    await used.database.connections`delete from schema_migrations where name = '0017_roles.sql'`;
    await expect(migrate(as('monitor_reader'))).rejects.toThrow(/not up to date, and the user .* Run "npx .* monitor migrate"/);
    await used.database.connections.unsafe('drop function grant_rights');
    expect(await migrate(used.database)).toEqual(['0017_roles.sql']);
  });
});

test('an import writes with no more rights than these', async () => {
  const writer = as('monitor_writer');
  expect(await mayImport(writer)).toBe(true);
  const drafts = randomDrafts(60);
  const result = await importDrafts(writer, drafts);
  expect(result.inserted + result.updated + result.unchanged).toBe(drafts.length);
  expect((await importDrafts(writer, drafts)).unchanged).toBe(drafts.length);
});

test('later tables and columns get the same rights', async () => {
  const { connections } = used.database;
  await connections.unsafe(`
    create table later (n int); insert into later values (1); alter table incidents add column later int; select grant_rights()`);
  expect(await as('monitor_reader').connections`select n from later`).toEqual([{ n: 1 }]);
  expect((await as('monitor_reader').connections`select later from incidents`).length).toBeGreaterThan(0);
  await as('monitor_writer').connections`insert into later values (2)`;
  await connections.unsafe('drop table later; alter table incidents drop column later');
});

test('an owner can serve with the rights of a reader', async () => {
  const url = await actingAs(used.database, used.url, 'monitor_reader');
  const reader = await openDatabase(url);
  expect(await reader.connections`select current_user, session_user`).toEqual([
    { current_user: 'monitor_reader', session_user: 'monitor' },
  ]);
  await expect(reader.connections`delete from incidents`).rejects.toMatchObject(denied);
  await reader.close();
  // Whoever is no member of the role keeps the rights that they have.
  const role = new URL(loginUrl(used.url, 'monitor_writer'));
  expect(await actingAs(as('monitor_writer'), role.href, 'monitor_reader')).toBe(role.href);
});

test('passwords follow from that of the owner, differ, and may hold any letter', async () => {
  const passwords = (['monitor_reader', 'monitor_writer'] as const).map((role) => new URL(loginUrl(used.url, role)).password);
  expect(new Set([...passwords, new URL(used.url).password]).size).toBe(3);
  const awkward = `it's "quoted" \\ 100%; $$ Šabac`;
  await createLogin(used.database, 'monitor_writer', awkward);
  const url = Object.assign(new URL(loginUrl(used.url, 'monitor_writer')), { password: encodeURIComponent(awkward) });
  const writer = await openDatabase(url.href);
  expect(await writer.connections`select current_user`).toEqual([{ current_user: 'monitor_import' }]);
  await writer.close();
});
