import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SQL } from 'drizzle-orm';
import { getTableConfig, PgDialect, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from '../src/index.ts';
import { inTransaction } from '../src/connection/transaction.ts';
import * as drizzleTables from '../src/schema/tables.ts';
import { withholdDetails } from '../src/schema/withhold-details.ts';
import { randomDrafts } from './random-drafts.ts';
import { fixtureSettlements } from './reference-fixture.ts';
import { databaseName } from './template-database.ts';
import { emptyRecord, importDrafts, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

test('migrating again does nothing, be it from several processes at once', async () => {
  expect(await Promise.all([migrate(used.database), migrate(used.database), migrate(used.database)])).toEqual([[], [], []]);
});

const tables = Object.values(drizzleTables)
  .filter((value) => value instanceof PgTable)
  .map((table) => getTableConfig(table));

test('the drizzle tables are those of the database: columns, types and nullability', async () => {
  const columns = await used.database.connections<{ table: string; name: string; type: string; required: boolean }[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`;
  const declared = tables.flatMap(({ name: table, columns: of, primaryKeys }) =>
    of.map((column) => ({
      table,
      name: column.name,
      type: column.getSQLType(),
      required: column.notNull || primaryKeys.some((key) => key.columns.includes(column)),
    })),
  );
  const byName = (one: { table: string; name: string }, other: { table: string; name: string }) =>
    `${one.table}.${one.name}` < `${other.table}.${other.name}` ? -1 : 1;
  expect(declared.toSorted(byName)).toEqual([...columns].toSorted(byName));
});

test('what the drizzle tables say of generated columns is what the database does', async () => {
  const { connections } = used.database;
  const expressions = async (table: string) =>
    connections<{ name: string; expression: string }[]>`
      select a.attname as name, pg_get_expr(d.adbin, d.adrelid) as expression
      from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ${table}::regclass and a.attgenerated <> ''
      order by a.attname`;
  for (const { name, columns } of tables) {
    const definitions = columns.map((column) => {
      const { sql: expression } = column.generated ? new PgDialect().sqlToQuery(column.generated.as as SQL) : { sql: undefined };
      return `"${column.name}" ${column.getSQLType()} ${expression === undefined ? '' : `generated always as (${expression}) stored`}`;
    });
    await connections.unsafe(`create table declared (${definitions.join(', ')})`);
    expect([...(await expressions('declared'))]).toEqual([...(await expressions(name))]);
    await connections`drop table declared`;
  }
});

test('an older database gets new search texts, and the dataset version is raised once', async () => {
  const { connections } = used.database;
  // Those with numbers for keys, which are public then as now.
  await importDrafts(
    used.database,
    randomDrafts(120).map((draft, at) => ({ ...draft, source_key: String(1000 + at) })),
  );
  const texts = async () => [...(await connections`select id, search_text from incidents order by id`)];
  const version = async () => (await connections<{ version: number }[]>`select version from publication`)[0]?.version ?? 0;
  const now = await texts();
  await connections`update incidents set search_text = 'as before'`;
  await connections`delete from schema_migrations where name = '0006_search_words.sql'`;
  const before = await version();
  expect(await migrate(used.database, { portionSize: 50 })).toEqual(['0006_search_words.sql']);
  expect(await texts()).toEqual(now);
  expect(await version()).toBe(before + 1);
});

test('what an older database has is made what an import writes, so that the next import changes nothing', async () => {
  const { connections } = used.database;
  const drafts = randomDrafts(120);
  await emptyRecord(used.database);
  await importDrafts(used.database, drafts);
  const records = async () => [...(await connections`select source_key, incident_record(id) as record from incidents order by id`)];
  const now = await records();
  await connections.begin(async (older) => {
    await older`set local session_replication_role = replica`;
    await older`alter table incidents drop constraint incidents_no_harm, drop constraint incidents_part_of_time`;
    await older`
      update incidents set place_precision = 'exact', lon = exact_lon, lat = exact_lat, exact_lon = null, exact_lat = null,
        place = 'Ulica 12', sensitive = false, part_of_day = null,
        local_time = case part_of_day when 'night' then '03:00' when 'morning' then '09:00' when 'afternoon' then '15:00' when 'evening' then '21:00' end
      where exact_lon is not null`;
    await older`
      update incidents set part_of_day = case when local_time is null then part_of_day end,
        content_hash = decode(repeat('00', 32), 'hex'), search_text = ' as before'`;
  });
  await inTransaction(used.database, 'read write', (transaction) =>
    withholdDetails(transaction, () => Promise.resolve(fixtureSettlements), 50),
  );
  expect(await records()).toEqual(now);
  expect(await importDrafts(used.database, drafts)).toMatchObject({ updated: 0, unchanged: drafts.length });
});

describe('from a folder of their own', () => {
  let database: Database;
  let folder: string;
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const run = () => migrate(database, { folder: pathToFileURL(`${folder}/`) });

  beforeAll(async () => {
    database = await openDatabase(await used.another());
    folder = await mkdtemp(join(tmpdir(), 'monitor-migrations-'));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('new files are applied in order, each once', async () => {
    await write('0002_b.sql', 'insert into a values (2)');
    await write('0001_a.sql', 'create table a (n integer); insert into a values (1)');
    await write('notes.txt', 'not SQL');
    expect(await run()).toEqual(['0001_a.sql', '0002_b.sql']);
    await write('0003_c.sql', 'insert into a values (3)');
    expect(await run()).toEqual(['0003_c.sql']);
    expect(await database.connections`select n from a order by n`.values()).toEqual([[1], [2], [3]]);
  });

  test('a failing file undoes all that came with it and is named', async () => {
    await write('0004_d.sql', 'insert into a values (4)');
    await write('0005_e.sql', 'insert into nowhere values (5)');
    await expect(run()).rejects.toMatchObject({ name: 'DatabaseError', message: expect.stringContaining('0005_e.sql') as string });
    expect(await database.connections`select from a where n = 4`).toHaveLength(0);
    await rm(join(folder, '0005_e.sql'));
    expect(await run()).toEqual(['0004_d.sql']);
  });

  test('an applied file that was edited is reported, unless only its line ends changed', async () => {
    await write('0002_b.sql', 'insert into a values (22)');
    await expect(run()).rejects.toThrow('0002_b.sql was changed after it was applied');
    await write('0002_b.sql', 'insert into a values (2)');
    expect(await run()).toEqual([]);
  });

  test('an applied file that is gone is reported', async () => {
    await rm(join(folder, '0004_d.sql'));
    await expect(run()).rejects.toThrow('newer version, with the migration 0004_d.sql');
  });
});

describe('without the right to make extensions', () => {
  test('everything is made', async () => {
    const url = new URL(await used.another());
    const owner = await openDatabase(url.href);
    const role = `limited_${databaseName(url.href)}`;
    await owner.connections.unsafe(`
      create role ${role} login password 'limited-password';
      grant all on schema public to ${role};`);
    const limited = await openDatabase(Object.assign(url, { username: role, password: 'limited-password' }).href);
    expect((await migrate(limited)).length).toBeGreaterThan(0);
    const indexes = await limited.connections`select from pg_indexes where indexname = 'incidents_by_text'`;
    expect(indexes).toHaveLength(1);
    await limited.close();
    await owner.close();
  });
});
