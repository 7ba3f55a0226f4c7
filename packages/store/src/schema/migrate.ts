import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Settlements } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import { DatabaseError } from '../connection/database-error.ts';
import type { Database } from '../connection/database.ts';
import { onPool } from '../connection/statements.ts';
import { inTransaction, type Transaction } from '../connection/transaction.ts';
import { writeSearchTexts } from './search-texts.ts';
import { schemaMigrations } from './tables.ts';
import { withholdDetails } from './withhold-details.ts';

/** What a file needs done that SQL cannot do, in the same transaction. */
const afterwards: Readonly<Record<string, (transaction: Transaction, options: MigrateOptions) => Promise<void>>> = {
  '0006_search_words.sql': writeSearchTexts,
  '0013_part_of_day.sql': (transaction, { loadSettlements }) => withholdDetails(transaction, loadSettlements),
};

/** Beside `packages/`: the same way from `src` and from `dist`. */
const migrationsFolder = new URL('../../../../migrations/', import.meta.url);

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Which of the new files is being applied. */
export interface MigrationProgress {
  readonly name: string;
  /** From 1 to `steps`. */
  readonly step: number;
  readonly steps: number;
}

export interface MigrateOptions {
  readonly folder?: URL;
  /** Needed where sensitive incidents are on record that an earlier version has not coarsened. */
  readonly loadSettlements?: () => Promise<Settlements>;
  /** On abort the running statement is cancelled, all is as it was before, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  /** Called before each file, unless the database is new and nothing in it takes time. */
  readonly onProgress?: (progress: MigrationProgress) => void;
}

/**
 * Applies the SQL files of `migrations/` that are new, in order, under an advisory lock, all in one transaction. Returns the names
 * applied. Throws `DatabaseError` where a file that was applied has been edited since or is gone, and where a file fails.
 */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<string[]> {
  const { signal } = options;
  signal?.throwIfAborted();
  try {
    return await applyAll(database, options);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

async function applyAll(database: Database, options: MigrateOptions): Promise<string[]> {
  const { folder, signal, onProgress } = options;
  const migrations = await readMigrations(folder ?? migrationsFolder);
  const work = async (transaction: Transaction) => {
    const { db, run } = transaction;
    await run(sql`set local statement_timeout = 0`);
    await run(sql`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor migrations'))`);
    await run(sql.raw(register));
    const applied = await db.select().from(schemaMigrations);
    for (const { name, checksum } of applied) {
      const file = migrations.find((migration) => migration.name === name);
      if (file === undefined)
        throw new DatabaseError(
          `The database is from a newer version, with the migration ${name}. Use that version or a newer one.`,
        );
      if (file.checksum !== checksum)
        throw new DatabaseError(
          `The migration ${name} was changed after it was applied. Restore the file, and put the change in a new migration.`,
        );
    }
    const names = new Set(applied.map((migration) => migration.name));
    const fresh = migrations.filter((migration) => !names.has(migration.name));
    for (const [at, migration] of fresh.entries()) {
      if (applied.length > 0) onProgress?.({ name: migration.name, step: at + 1, steps: fresh.length });
      await apply(transaction, migration, options);
    }
    return fresh.map((migration) => migration.name);
  };
  return inTransaction(database, 'read write', work, signal);
}

/** Names of the migrations that this version has and the database has not. Changes nothing. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const names = (await readMigrations(migrationsFolder)).map(({ name }) => name);
  const applied = await onPool(database, async ({ db, run }) => {
    const [register] = await run<{ there: boolean }>(sql`select to_regclass('schema_migrations') is not null as there`);
    return register?.there ? db.select({ name: schemaMigrations.name }).from(schemaMigrations) : [];
  });
  return names.filter((name) => !applied.some((migration) => migration.name === name));
}

const register = `
  create table if not exists schema_migrations (
    name text collate "C" primary key,
    checksum text collate "C" not null,
    applied_at timestamptz not null default now()
  );
  comment on table schema_migrations is 'Migrations that this database has.';
  comment on column schema_migrations.name is 'Name of the file.';
  comment on column schema_migrations.checksum is 'SHA-256 of the file, which shows if it was edited.';
  comment on column schema_migrations.applied_at is 'When it was applied.';
`;

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  ).catch((error: unknown) => {
    throw new DatabaseError(`Could not read the migrations in ${fileURLToPath(folder)}.`, { cause: error });
  });
}

async function apply(transaction: Transaction, { name, text, checksum }: Migration, options: MigrateOptions): Promise<void> {
  try {
    await transaction.run(sql.raw(text));
    await afterwards[name]?.(transaction, options);
  } catch (error) {
    throw new DatabaseError(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
  await transaction.db.insert(schemaMigrations).values({ name, checksum });
}
