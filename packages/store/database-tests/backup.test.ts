import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type Database,
  findDerivedFaults,
  importIncidents,
  migrate,
  numberDrafts,
  openDatabase,
  readDatasetVersion,
  removeDataset,
  restoreBackup,
  writeBackup,
} from '../src/index.ts';
import { times } from '../../../testing/depth.ts';
import { backUp, piecesOf, restore } from './backups.ts';
import { randomDrafts } from './random-drafts.ts';
import { fixtureSettlements } from './reference-fixture.ts';
import { importDrafts, testDataset, useTestDatabase } from './test-database.ts';
import { wholeRecord } from './whole-record.ts';

const used = useTestDatabase();
const drafts = randomDrafts(150, 71);
let backup: Buffer;
let record: Awaited<ReturnType<typeof wholeRecord>>;

/** Does something with an empty database. */
async function withEmpty<Result>(work: (database: Database, url: string) => Promise<Result>): Promise<Result> {
  const url = await used.another();
  const database = await openDatabase(url);
  try {
    return await work(database, url);
  } finally {
    await database.close();
  }
}

/** Who may do what with the tables. */
const rightsOf = async (database: Database) => [
  ...(await database.connections`
    select relname, array(select one::text from unnest(relacl) as one order by 1) as rights,
      (select array_agg(attname || ' ' || attacl::text order by attnum) from pg_attribute where attrelid = oid and attacl is not null) as columns
    from pg_class where relkind in ('r', 'S') and relnamespace = 'public'::regnamespace order by relname`),
];

const tablesOf = (database: Database) =>
  database.connections`select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;

beforeAll(async () => {
  await importDrafts(used.database, drafts);
  await importDrafts(used.database, randomDrafts(40, 72));
  await importDrafts(used.database, randomDrafts(5, 73), { ...testDataset, slug: 'gone', title: 'Gone' });
  await removeDataset(used.database, 'gone');
  await used.database.connections`
    update incidents set type_as_reported = ${'tab\t newline\n return\r backslash \\. \\N "quoted" ; :variable \u001f Ниш'} where id % 7 = 0`;
  backup = await backUp(used.database);
  record = await wholeRecord(used.database);
});

test('what is restored is what was backed up, and goes on from there', async () => {
  const seen: string[] = [];
  await withEmpty(async (database) => {
    const head = await restore(database, backup, { onProgress: ({ done, total }) => void seen.push(`${done} of ${total}`) });
    expect(head.datasetVersion).toBe(await readDatasetVersion(used.database));
    expect(await wholeRecord(database)).toEqual(record);
    // By this, clients tell the restored database from the one that it was taken of.
    const origin = 'select min(applied_at)::text as origin from schema_migrations';
    expect(await database.connections.unsafe(origin)).not.toEqual(await used.database.connections.unsafe(origin));
    expect(await rightsOf(database)).toEqual(await rightsOf(used.database));
    expect(await findDerivedFaults(database)).toEqual({ faults: [], more: false });
    expect(await migrate(database)).toEqual([]);
    // Numbers are not given out twice, and triggers are at work.
    const version = await readDatasetVersion(database);
    expect(await importDrafts(database, randomDrafts(5, 74, 'later-'))).toMatchObject({ inserted: 5 });
    expect(await readDatasetVersion(database)).toBeGreaterThan(version);
    const rows = head.tables.reduce((sum, table) => sum + table.rows, 0);
    expect(rows).toBeGreaterThan(800);
    expect(seen.at(-1)).toBe(`${rows} of ${rows}`);
  });
});

test('any text comes back as it was', async () => {
  const anyLetter = fc.integer({ min: 1, max: 0x10_ffff }).map((code) => String.fromCodePoint(code));
  const anyText = fc.oneof(
    // The unit "binary" of fast-check takes a second to make.
    fc.array(anyLetter, { maxLength: 80 }).map((letters) => letters.join('')),
    fc
      .array(fc.constantFrom('\\', '\n', '\r', '\t', '\b', '\f', '\v', '\\.', '\\N', '"', "'", ',', '{', '}', ' ', ':x'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  );
  // PostgreSQL keeps no halves of pairs.
  const texts = fc.sample(anyText, { numRuns: times(100, 400), seed: 5 }).map((text) => text.replaceAll(/\p{Surrogate}/gu, ''));
  await withEmpty(async (source) => {
    await migrate(source);
    await source.connections`insert into jurisdictions (code, iso3, name, note) values ('AL', 'ALB', 'Albania', null)`;
    await source.connections`
      with given as (select 'd-' || at as slug, text from unnest(${texts}::text[]) with ordinality as given (text, at)),
        made as (
          insert into datasets (slug, title, description, synthetic, licence, attribution)
          select slug, 't' || text, '', true, '', '' from given returning id, slug
        )
      insert into import_batches (dataset_id, format, file_names, dataset_before)
      select id, text, array[text, null], jsonb_build_object('k' || text, text) from given join made using (slug) order by id`;
    const bytes = await backUp(source);
    await withEmpty(async (database) => {
      await restore(database, bytes);
      expect(await wholeRecord(database)).toEqual(await wholeRecord(source));
      expect(await database.connections`select format from import_batches order by id`.values()).toEqual(
        texts.map((text) => [text]),
      );
    });
  });
});

test('a backup during imports has all of those that were complete, and nothing of others', async () => {
  const slug = { ...testDataset, slug: 'under-way' };
  const rowsIn = (bytes: Buffer) => bytes.toString().match(/^copy .+ from stdin;\n[^]*?^\\\.$/gm);
  const before = rowsIn(await backUp(used.database));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  async function* slowly() {
    yield* numberDrafts(randomDrafts(30, 75));
    await held;
  }
  let stored = 0;
  const importing = importIncidents(used.database, {
    dataset: slug,
    format: 'test',
    fileNames: [],
    drafts: slowly(),
    portionSize: 10,
    onProgress: (progress) => (stored = progress.stored),
  });
  await vi.waitUntil(() => stored >= 10, { timeout: 60_000, interval: 20 });
  const during = await backUp(used.database);
  // Also what is completed while the rows are read.
  let merged = false;
  const across = await backUp(used.database, {
    onProgress: () => {
      if (merged) return;
      merged = true;
      release();
    },
  });
  await importing;
  expect(before!.length).toBeGreaterThan(10);
  for (const bytes of [during, across]) expect(rowsIn(bytes)).toEqual(before);
  expect(rowsIn(await backUp(used.database))).not.toEqual(before);
  await removeDataset(used.database, slug.slug);
});

describe('is refused before anything is written:', () => {
  let empty: Database;
  beforeAll(async () => {
    empty = await openDatabase(await used.another());
  });
  afterAll(() => empty.close());
  const replaced = (what: string | RegExp, by: string) => Buffer.from(backup.toString('latin1').replace(what, by), 'latin1');

  test.each<[string, () => Buffer, string]>([
    ['a backup with another number in it', () => replaced('made-up', 'MADE-up'), 'is damaged'],
    ['a backup without its end', () => backup.subarray(0, backup.length - 200), 'is damaged'],
    ['an empty file', () => Buffer.alloc(0), 'is not a backup'],
    ['another SQL file', () => Buffer.from('drop table incidents;'), 'is not a backup'],
  ])('%s', async (_name, spoiled, words) => {
    await expect(restore(empty, spoiled())).rejects.toMatchObject({
      name: 'BackupError',
      message: expect.stringContaining(words) as string,
    });
    expect(await tablesOf(empty)).toHaveLength(0);
  });

  test('a file that is another when its rows are read', async () => {
    const digest = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex');
    const signed = (bytes: Buffer) => {
      const text = bytes.toString('latin1').replace(/-- sha256: .*\n$/, '');
      return Buffer.from(`${text}-- sha256: ${digest(text)}\n`, 'latin1');
    };
    const twice = (first: Buffer, second: Buffer) => {
      const files = [first, second];
      return restoreBackup(empty, () => piecesOf(files.shift()!), { loadSettlements: () => Promise.resolve(fixtureSettlements) });
    };
    const refusal = (words: string) => ({ name: 'BackupError', message: expect.stringMatching(words) as string });
    await expect(twice(backup, replaced('made-up', 'MADE-up'))).rejects.toMatchObject(refusal('is damaged.*Nothing was restored'));
    const other = signed(replaced(/"madeAt":"\d{4}/, '"madeAt":"1999'));
    await expect(twice(backup, other)).rejects.toMatchObject(refusal('was changed while it was read. Nothing was restored'));
    const short = signed(replaced(/(copy "trait_sets".*\n).*\n/, '$1'));
    await expect(twice(short, short)).rejects.toMatchObject(refusal('does not have the rows .* Nothing was restored'));
    expect(await tablesOf(empty)).toHaveLength(0);
  });

  test('a backup of a newer version', async () => {
    const { connections } = used.database;
    await connections`insert into schema_migrations (name, checksum) values ('9999_later.sql', 'x')`;
    await expect(backUp(used.database)).rejects.toThrow('newer version, with the migration 9999_later.sql');
    await connections`delete from schema_migrations where name = '9999_later.sql'`;
  });

  test('any backup, by a database that is not empty', async () => {
    await withEmpty(async (database) => {
      await database.connections`create table notes (note text)`;
      await expect(restore(database, backup)).rejects.toThrow('is not empty: it has the table "notes". Nothing was restored.');
      expect(await tablesOf(database)).toHaveLength(1);
    });
    await expect(restore(used.database, backup)).rejects.toThrow('is not empty');
  });

  test('a database without tables, by a backup', async () => {
    await expect(backUp(empty)).rejects.toThrow('nothing to back up');
  });
});

describe('is cancelled', () => {
  test('while rows are read, and the connections are free again', async () => {
    const stopped = new AbortController();
    const writing = backUp(used.database, { signal: stopped.signal, onProgress: () => stopped.abort(new Error('Ctrl-C')) });
    await expect(writing).rejects.toThrow('Ctrl-C');
    const open = () => used.database.connections`
      select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
    await vi.waitUntil(async () => (await open()).length === 0, { timeout: 60_000, interval: 20 });
    expect((await backUp(used.database)).length).toBeGreaterThanOrEqual(backup.length);
  });

  test('when what takes the bytes fails', async () => {
    let pieces = 0;
    const failing = writeBackup(used.database, () =>
      ++pieces > 30 ? Promise.reject(new Error('The disk is full.')) : Promise.resolve(),
    );
    await expect(failing).rejects.toThrow('The disk is full.');
    expect((await backUp(used.database)).length).toBeGreaterThanOrEqual(backup.length);
  });

  test('when the connection breaks', async () => {
    const own = await openDatabase(used.url, { connections: 2 });
    let broken: Promise<unknown> | undefined;
    const writing = writeBackup(own, async (bytes) => {
      if (!bytes.includes('copy "incidents"')) return;
      broken ??= used.database.connections`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
      await broken;
    });
    await expect(writing).rejects.toThrow(/CONNECTION_CLOSED|terminating connection/);
    await own.close(0);
  });

  test('while it is restored, and the database is empty again', async () => {
    await withEmpty(async (database) => {
      const stopped = new AbortController();
      const restoring = restore(database, backup, {
        signal: stopped.signal,
        onProgress: ({ done, total }) => {
          if (done > total / 2) stopped.abort(new Error('Ctrl-C'));
        },
      });
      await expect(restoring).rejects.toThrow('Ctrl-C');
      expect(await tablesOf(database)).toHaveLength(0);
      await restore(database, backup);
      expect(await wholeRecord(database)).toEqual(record);
    });
  });
});

/** Runs psql with a file on its input. Gives what it prints, or undefined if it is not installed. */
async function psql(url: string, input: Buffer): Promise<{ code: number | null; errors: string } | undefined> {
  const started = spawn('psql', ['--no-psqlrc', '--quiet', '--dbname', url], { stdio: ['pipe', 'ignore', 'pipe'] });
  let errors = '';
  started.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
  // It may end before it has read all.
  started.stdin.on('error', () => undefined).end(input);
  const [code] = (await Promise.race([once(started, 'close'), once(started, 'error').then(() => ['missing'])])) as [
    number | 'missing',
  ];
  return code === 'missing' ? undefined : { code, errors };
}

test('psql restores it too, and nothing of a part of it', async (context) => {
  await withEmpty(async (database, url) => {
    const part = await psql(url, backup.subarray(0, backup.length / 2));
    if (part === undefined) return context.skip('psql is not installed.');
    expect(await tablesOf(database)).toHaveLength(0);
    expect(await psql(url, backup)).toEqual({ code: 0, errors: '' });
    expect(await wholeRecord(database)).toEqual(record);
    expect(await rightsOf(database)).toEqual(await rightsOf(used.database));
    expect(await migrate(database)).toEqual([]);
    expect(await importDrafts(database, randomDrafts(5, 76, 'later-'))).toMatchObject({ inserted: 5 });
  });
});
