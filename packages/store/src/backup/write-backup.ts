import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { DatabaseError } from '../connection/database-error.ts';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readPortions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement, Statements } from '../connection/statements.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { refuseSpread } from '../spread/spread.ts';
import { readMigrations, refuseOthers, register } from '../schema/migrate.ts';
import { schemaMigrations } from '../schema/tables.ts';
import { type BackupHead, blockEnd, blockStart, endText, headText } from './backup-format.ts';
import { type BackupTable, copyLineOf, quoted, readSequences, readTables } from './backup-tables.ts';
import { inTransaction } from '../connection/transaction.ts';

/** How many rows of all have been written or read. */
export interface BackupProgress {
  readonly done: number;
  readonly total: number;
}

export interface BackupOptions {
  /** On abort, the signal's reason is thrown. What was written is not a whole backup. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BackupProgress) => void;
}

export interface WriteOptions extends BackupOptions {
  /** Rows that are read at once; 2,000 if left out. */
  readonly portionSize?: number;
}

/**
 * Writes all of one state of the database, whatever else goes on, as SQL. Throws `DatabaseError` if the database has no tables of ours,
 * or those of a newer version.
 * @param write takes bytes and resolves when it can take more
 */
export async function writeBackup(
  database: Database,
  write: (bytes: Buffer) => Promise<void>,
  { signal, onProgress, portionSize = 2_000 }: WriteOptions = {},
): Promise<BackupHead> {
  refuseSpread(database);
  const hash = createHash('sha256');
  const put = async (bytes: Buffer) => {
    signal?.throwIfAborted();
    hash.update(bytes);
    await write(bytes);
  };
  const putText = async (text: string) => put(Buffer.from(text));
  let begun = false;
  const work = async (statements: Statements) => {
    const { run } = statements;
    // Reading is repeated where it was cancelled by mistake; bytes must not be written twice.
    if (begun) throw new Error('Reading the database was interrupted.');
    begun = true;
    await run(sql`
      set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
      set local datestyle = 'ISO'; set local timezone = 'UTC'; set local extra_float_digits = 1;
      set local bytea_output = 'hex'; set local intervalstyle = 'postgres'`);
    const { head, migrations } = await readHeadOf(statements);
    const { tables } = head;
    await putText(headText(head));
    await putText(`set client_encoding = 'UTF8';\nset client_min_messages = warning;\nbegin;\n${register}`);
    for (const { name, text } of migrations) await putText(`\n-- ${name}\n${text}\n`);
    await putText(
      `\n-- The rows, as they were.\n${tables.map(({ name }) => `alter table ${quoted(name)} disable trigger user;\n`).join('')}`,
    );
    // Migrations fill some tables.
    await putText(
      tables
        .toReversed()
        .map(({ name }) => `delete from ${quoted(name)};\n`)
        .join(''),
    );
    let done = 0;
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    for (const table of tables) {
      await putText(`\n${blockStart(table)}`);
      for await (const bytes of readLines(run, table, portionSize)) {
        await put(bytes);
        done += countLines(bytes);
        onProgress?.({ done, total });
      }
      await putText(blockEnd);
    }
    if (done !== total) throw new Error(`The tables have ${total} rows, but ${done} were written.`);
    await putText(closing(head));
    await write(Buffer.from(endText(hash.digest('hex'))));
    return head;
  };
  return readSnapshot(database, { signal }, work);
}

async function readHeadOf({ db, run }: Statements) {
  const [there] = await run<{ registered: boolean }>(sql`select to_regclass('schema_migrations') is not null as registered`);
  if (there?.registered !== true) throw new DatabaseError('The database has no tables yet, so there is nothing to back up.');
  const applied = await db.select().from(schemaMigrations).orderBy(schemaMigrations.name);
  const ours = await readMigrations();
  refuseOthers(applied, ours);
  const tables = await readTables(run);
  const head: BackupHead = {
    format: 1,
    madeAt: new Date().toISOString(),
    datasetVersion: await versionOfSnapshot(db),
    migrations: applied.map(({ name, checksum }) => ({ name, checksum })),
    tables,
    sequences: await readSequences(run, tables),
  };
  return { head, migrations: ours.filter(({ name }) => applied.some((one) => one.name === name)) };
}

/**
 * The rows of a table as lines of COPY's text format, some at a time. The server puts the lines together for a cursor: in a COPY to
 * the client, the driver (postgres 3.4) goes on waiting when a table ends at a moment when its stream is full.
 */
async function* readLines(run: RunStatement, table: BackupTable, portionSize: number): AsyncGenerator<Buffer> {
  const lines = sql`select ${copyLineOf(table)} as line from ${sql.identifier(table.name)}`;
  for await (const rows of readPortions<{ line: string }>(run, lines, portionSize))
    yield Buffer.from(`${rows.map(({ line }) => line).join('\n')}\n`);
}

/** How many rows end in these bytes. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** What follows the rows. */
function closing({ tables, sequences, migrations }: BackupHead): string {
  const lines = [
    '',
    ...tables.map(({ name }) => `alter table ${quoted(name)} enable trigger user;`),
    ...sequences.map(
      ({ table, column, value, called }) =>
        `do $$ begin perform setval(pg_get_serial_sequence('${quoted(table)}', '${column}'), ${value}, ${called}); end $$;`,
    ),
    `insert into schema_migrations (name, checksum) values`,
    `${migrations.map(({ name, checksum }) => `  ('${name}', '${checksum}')`).join(',\n')};`,
    // As after each migration; the first versions had no roles.
    "do $$ begin if to_regprocedure('grant_rights()') is not null then perform grant_rights(); end if; end $$;",
    'commit;',
    'analyze;',
    '',
  ];
  return lines.join('\n');
}

/**
 * Does something with finished backups while nobody else does so for the same database. The server keeps the lock, and so frees it also
 * when a process is killed.
 */
export async function withBackupsLocked<Result>(
  database: Database,
  work: () => Promise<Result>,
  { signal }: QueryOptions = {},
): Promise<Result> {
  return inTransaction(
    database,
    'read only',
    async ({ run }) => {
      await run(sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
      await run(sql`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor backups'))`);
      return work();
    },
    signal,
  );
}
