import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { copyChunks } from '../connection/copy.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { type MigrateOptions, migrateWithin, readMigrations, refuseOthers } from '../schema/migrate.ts';
import { BackupError, type BackupHead, BlockReader, checkBackup, checkedBackup, headAtEnd } from './backup-format.ts';
import { copyTarget, quoted, readTables } from './backup-tables.ts';
import { type BackupOptions, countLines } from './write-backup.ts';

export interface RestoreOptions extends BackupOptions, Pick<MigrateOptions, 'loadSettlements'> {}

/**
 * Restores a backup into an empty database, in one transaction, and brings it to this version. All of the backup is checked before
 * anything is written, and again as its rows are read. Throws `BackupError` or `DatabaseError` if it is damaged or from a newer version, or
 * the database is not empty.
 * @param open gives the bytes of the backup, unpacked, from their beginning; called twice
 */
export async function restoreBackup(
  database: Database,
  open: () => AsyncIterable<Buffer>,
  { signal, onProgress, loadSettlements }: RestoreOptions = {},
): Promise<BackupHead> {
  signal?.throwIfAborted();
  const head = await checkBackup(untilStopped(open(), signal));
  const ours = await readMigrations();
  refuseOthers(head.migrations, ours, 'backup');
  const { length: known } = head.migrations;
  if (ours.slice(0, known).some(({ name }, at) => name !== head.migrations[at]?.name))
    throw new BackupError('The backup lacks a migration that comes before its last one. Nothing was restored.');
  const migrating = { ...(signal && { signal }), ...(loadSettlements && { loadSettlements }) };
  return writeWhole(
    database,
    async (transaction) => {
      await refuseFilled(transaction);
      await migrateWithin(transaction, migrating, known);
      await readRows(transaction, head, untilStopped(open(), signal), onProgress);
      await migrateWithin(transaction, migrating);
      await transaction.run(sql`analyze`);
      return head;
    },
    signal,
  );
}

async function* untilStopped(chunks: AsyncIterable<Buffer>, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

async function refuseFilled({ run }: Transaction): Promise<void> {
  const [found] = await run<{ name: string }>(sql`
    select c.relname as name from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1 limit 1`);
  if (found !== undefined)
    throw new BackupError(
      `The database is not empty: it has the table "${found.name}". Nothing was restored. Restore into an empty database: set DATABASE_URL to one, or DATA_FOLDER to a new folder.`,
    );
}

const changed =
  'The file does not have the rows that it has by its own words, or was changed while it was read. Nothing was restored. Try again, or use another backup.';

async function readRows(
  transaction: Transaction,
  head: BackupHead,
  chunks: AsyncIterable<Buffer>,
  onProgress: BackupOptions['onProgress'],
): Promise<void> {
  const { run } = transaction;
  const { tables, sequences } = head;
  const made = new Set((await readTables(run)).map(copyTarget));
  const other = tables.find((table) => !made.has(copyTarget(table)));
  if (other !== undefined || made.size !== tables.length)
    throw new BackupError('The tables of the backup are not those that its migrations make. Nothing was restored.');
  for (const { name } of tables) await run(sql.raw(`alter table ${quoted(name)} disable trigger user`));
  for (const { name } of tables.toReversed()) await run(sql.raw(`delete from ${quoted(name)}`));
  const reading = checkedBackup(chunks);
  const reader = new BlockReader(reading);
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const table of tables) {
    async function* counted() {
      for await (const bytes of reader.rowsOf(table)) {
        yield bytes;
        done += countLines(bytes);
        onProgress?.({ done, total });
      }
    }
    const expected = done + table.rows;
    await copyChunks(transaction, copyTarget(table), counted());
    if (done !== expected) throw new BackupError(changed);
  }
  if (!isDeepStrictEqual(await headAtEnd(reading), head)) throw new BackupError(changed);
  for (const { name } of tables) await run(sql.raw(`alter table ${quoted(name)} enable trigger user`));
  for (const { table, column, value, called } of sequences)
    await run(sql`select setval(pg_get_serial_sequence(${quoted(table)}, ${column}), ${value}::bigint, ${called}::boolean)`);
}
