import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Settlements } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import { DatabaseError } from '../connection/database-error.ts';
import type { Database } from '../connection/database.ts';
import { onPool, type RunStatement } from '../connection/statements.ts';
import { type Transaction, writeWhole } from '../connection/transaction.ts';
import { closeTexts, withholdQuarters } from './close-texts.ts';
import { writeSearchTexts, writeSearchTextsAgain } from './search-texts.ts';
import { schemaMigrations } from './tables.ts';
import { withholdDetails } from './withhold-details.ts';

/** What a file needs done that SQL cannot do, in the same transaction. */
const afterwards: Readonly<Record<string, (transaction: Transaction, options: MigrateOptions) => Promise<void>>> = {
  '0006_search_words.sql': (transaction, { portionSize }) => writeSearchTexts(transaction, portionSize),
  '0013_part_of_day.sql': (transaction, { loadSettlements, portionSize }) =>
    withholdDetails(transaction, loadSettlements, portionSize),
  '0016_identifiers_of_sources.sql': (transaction) => writeSearchTextsAgain(transaction),
  '0021_closed_texts.sql': (transaction, { loadSettlements, portionSize }) => closeTexts(transaction, loadSettlements, portionSize),
  '0025_quarters_and_numbers.sql': (transaction, { loadSettlements, portionSize }) =>
    withholdQuarters(transaction, loadSettlements, portionSize),
};

/** Beside `packages/`: the same way from `src` and from `dist`. */
const migrationsFolder = new URL('../../../../migrations/', import.meta.url);

/** One of the files. */
export interface Migration {
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
  /** Incidents that are rewritten at once, where a file needs that; 1,000 if left out. */
  readonly portionSize?: number;
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
  return writeWhole(database, (transaction) => migrateWithin(transaction, options), options.signal);
}

/**
 * The same within a transaction.
 * @param most how many of the files, in their order; all of them if left out
 */
export async function migrateWithin(
  transaction: Transaction,
  options: MigrateOptions,
  most = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const { db, run } = transaction;
  const migrations = await readMigrations(options.folder);
  await run(sql`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor migrations'))`);
  if (!(await isThere(run, 'schema_migrations'))) await run(sql.raw(register));
  const applied = await db.select().from(schemaMigrations);
  refuseOthers(applied, migrations);
  const names = new Set(applied.map((migration) => migration.name));
  const fresh = migrations.slice(0, most).filter((migration) => !names.has(migration.name));
  for (const [at, migration] of fresh.entries()) {
    if (applied.length > 0) options.onProgress?.({ name: migration.name, step: at + 1, steps: fresh.length });
    await apply(transaction, migration, options);
  }
  const [rights] = await run<{ there: boolean }>(sql`select to_regprocedure('grant_rights()') is not null as there`);
  if (fresh.length > 0 && rights?.there) await run(sql`select grant_rights()`);
  return fresh.map((migration) => migration.name);
}

/** Throws `DatabaseError` unless all migrations that a database or a backup of one has are ours, and as we have them. */
export function refuseOthers(
  applied: readonly Pick<Migration, 'name' | 'checksum'>[],
  ours: readonly Migration[],
  what: 'database' | 'backup' = 'database',
): void {
  for (const { name, checksum } of applied) {
    const file = ours.find((migration) => migration.name === name);
    if (file === undefined)
      throw new DatabaseError(`The ${what} is from a newer version, with the migration ${name}. Use that version or a newer one.`);
    if (file.checksum !== checksum)
      throw new DatabaseError(
        `The migration ${name} was changed after it was applied. Restore the file, and put the change in a new migration.`,
      );
  }
}

/** What to do where the tables or places are not those of this version, and the database user may not change them. */
export const needsOwner =
  'The database is not up to date, and the user of DATABASE_URL may not change that. Run "npx pnpm@12.4.2 monitor migrate" with a DATABASE_URL of the user that owns the tables.';

/** Whether the server refused something because the user has no right to it. */
export function isForbidden(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === '42501';
}

/** Names of the migrations that this version has and the database has not. Changes nothing. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const names = (await readMigrations()).map(({ name }) => name);
  const applied = await onPool(database, async ({ db, run }) => {
    return (await isThere(run, 'schema_migrations')) ? db.select({ name: schemaMigrations.name }).from(schemaMigrations) : [];
  });
  return names.filter((name) => !applied.some((migration) => migration.name === name));
}

async function isThere(run: RunStatement, table: string): Promise<boolean> {
  const [found] = await run<{ there: boolean }>(sql`select to_regclass(${table}) is not null as there`);
  return found?.there ?? false;
}

/** The table of what was applied, in SQL. */
export const register = `
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

/** The files of this version, in order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
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
    if (isForbidden(error)) throw new DatabaseError(`${needsOwner} The migration ${name} is to be applied.`, { cause: error });
    throw new DatabaseError(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
  await transaction.db.insert(schemaMigrations).values({ name, checksum });
}
