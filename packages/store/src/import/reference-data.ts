import { createHash } from 'node:crypto';
import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { copyInto, copyLine, type CopyValue } from '../connection/copy.ts';
import type { Database } from '../connection/database.ts';
import type { RunStatement } from '../connection/statements.ts';
import { inTransaction, type Transaction } from '../connection/transaction.ts';
import { incidents, jurisdictions, places, regions } from '../schema/tables.ts';

export interface ReferenceData {
  readonly jurisdictions: readonly (typeof jurisdictions.$inferSelect)[];
  readonly regions: readonly (typeof regions.$inferSelect)[];
  readonly places: readonly (Omit<typeof places.$inferSelect, 'part_of'> & { readonly part_of?: number | null })[];
}

/**
 * Brings jurisdictions, regions and places of the database into line with the given ones. Does nothing if they are the same
 * already, which a hash of each table tells, so that a start need not send them all. Jurisdictions and regions that incidents lie in are kept even where they are not given.
 */
export async function loadReferenceData(database: Database, data: ReferenceData): Promise<void> {
  await inTransaction(database, 'read write', async (transaction) => {
    const { run } = transaction;
    await run(sql`set local statement_timeout = 0`);
    await run(sql`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor reference data'))`);
    if (
      (await holds(run, jurisdictions, data.jurisdictions)) &&
      (await holds(run, regions, data.regions)) &&
      (await holds(run, places, data.places))
    )
      return;
    await writeRows(transaction, jurisdictions, data.jurisdictions);
    await writeRows(transaction, regions, data.regions);
    await writeRows(transaction, places, data.places);
    await removeOthers(run);
  });
}

/** Adds the regions and places of a location that the database has none of. */
export async function addLocation(
  transaction: Transaction,
  { regions: newRegions, places: newPlaces }: Pick<ReferenceData, 'regions' | 'places'>,
): Promise<void> {
  for (const [table, rows] of [[regions, newRegions] as const, [places, newPlaces] as const]) {
    const columns = Object.values(getTableColumns(table as PgTable));
    const names = columns.map(({ name }) => name).join(', ');
    await copyInto(
      transaction,
      `${getTableConfig(table as PgTable).name} (${names})`,
      rows.map((row) => copyLine(valuesOf(row, columns))),
    );
  }
}

/** The values of a row, in the order of the columns of its table. */
function valuesOf(row: object, columns: readonly Column[]): CopyValue[] {
  return columns.map(({ name }) => (row as Readonly<Record<string, CopyValue>>)[name] ?? null);
}

/** Stand between values, and between rows, where a table is hashed: no text has them. */
const [betweenValues, betweenRows] = ['\x1f', '\x1e'];
/** Stands for a null if a table is hashed. */
const hashedNull = '\x1a';

/**
 * Whether a table has exactly these rows, told by a hash of what it has at this moment. The database may write a number in another way
 * than we do: then they count as different.
 */
async function holds(run: RunStatement, table: PgTable, rows: readonly object[]): Promise<boolean> {
  const columns = Object.values(getTableColumns(table));
  const key = columns.find((column) => column.primary)!;
  const texts = columns.map((column) => sql`coalesce(${column}::text, ${hashedNull})`);
  const [found] = await run<{ hash: string }>(sql`
    select encode(sha256(convert_to(
      string_agg(concat_ws(${betweenValues}, ${sql.join(texts, sql`, `)}), ${betweenRows} order by ${key}), 'UTF8'
    )), 'hex') as hash
    from ${table}`);
  const keyed = rows.map((row) => [(row as Readonly<Record<string, string | number>>)[key.name]!, row] as const);
  const text = keyed
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) =>
      valuesOf(row, columns)
        .map((value) => String(value ?? hashedNull))
        .join(betweenValues),
    )
    .join(betweenRows);
  return found?.hash === createHash('sha256').update(text).digest('hex');
}

/** The table that holds what is given of another. */
function given(table: PgTable): SQL {
  return sql.raw(`given_${getTableConfig(table).name}`);
}

/** Inserts rows, or updates those that differ. */
async function writeRows(transaction: Transaction, table: PgTable, rows: readonly object[]): Promise<void> {
  const columns = Object.values(getTableColumns(table));
  const key = columns.find((column) => column.primary)!;
  const names = columns.map(({ name }) => sql.identifier(name));
  const listed = sql.join(names, sql`, `);
  await transaction.run(sql`create temp table ${given(table)} on commit drop as select ${listed} from ${table} with no data`);
  await copyInto(
    transaction,
    `given_${getTableConfig(table).name} (${columns.map(({ name }) => name).join(', ')})`,
    rows.map((row) => copyLine(valuesOf(row, columns))),
  );
  const updates = names.map((name) => sql`${name} = excluded.${name}`);
  await transaction.run(sql`
    insert into ${table} (${listed})
    select ${listed} from ${given(table)} except select ${listed} from ${table}
    on conflict (${sql.identifier(key.name)}) do update set ${sql.join(updates, sql`, `)}`);
}

async function removeOthers(run: RunStatement): Promise<void> {
  await run(sql`delete from ${places} where ${places.id} not in (select id from ${given(places)})`);
  await run(sql`
    delete from ${regions} where ${regions.code} not in (select code from ${given(regions)})
      and not exists (select from ${incidents} where ${incidents.region} = ${regions.code})
      and not exists (select from ${places} where ${places.region} = ${regions.code})`);
  await run(sql`
    delete from ${jurisdictions} where ${jurisdictions.code} not in (select code from ${given(jurisdictions)})
      and not exists (select from ${incidents} where ${incidents.country} = ${jurisdictions.code})
      and not exists (select from ${regions} where ${regions.jurisdiction} = ${jurisdictions.code})
      and not exists (select from ${places} where ${places.jurisdiction} = ${jurisdictions.code})`);
}
