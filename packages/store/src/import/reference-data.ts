import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../connection/database.ts';
import type { RunStatement } from '../connection/statements.ts';
import { inTransaction } from '../connection/transaction.ts';
import { incidents, jurisdictions, places, regions } from '../schema/tables.ts';

export interface ReferenceData {
  readonly jurisdictions: readonly (typeof jurisdictions.$inferSelect)[];
  readonly regions: readonly (typeof regions.$inferSelect)[];
  readonly places: readonly (typeof places.$inferSelect)[];
}

/**
 * Brings jurisdictions, regions and places of the database into line with the given ones. Does nothing where they are the same
 * already. Jurisdictions and regions that incidents lie in are kept even where they are not given.
 */
export async function loadReferenceData(database: Database, data: ReferenceData): Promise<void> {
  await inTransaction(database, 'read write', async ({ run }) => {
    await run(sql`set local statement_timeout = 0`);
    await run(sql`select pg_advisory_xact_lock(hashtext('open-armed-violence-monitor reference data'))`);
    await writeRows(run, jurisdictions, data.jurisdictions);
    await writeRows(run, regions, data.regions);
    await writeRows(run, places, data.places);
    await removeOthers(run, data);
  });
}

/** Inserts rows, or updates those that differ. Each column is one parameter, an array, since there are more values than parameters may be. */
async function writeRows<Table extends PgTable>(
  run: RunStatement,
  table: Table,
  rows: readonly Table['$inferSelect'][],
): Promise<void> {
  const columns = Object.values(getTableColumns(table));
  const key = columns.find((column) => column.primary)!;
  const values = columns.map((column) => {
    const texts = rows.map((row) => {
      const value = (row as Readonly<Record<string, string | number | boolean | null>>)[column.name];
      return value === null ? null : String(value);
    });
    return sql`${sql.param(texts)}::text[]::${sql.raw(column.getSQLType())}[]`;
  });
  const names = columns.map(({ name }) => sql.identifier(name));
  const updates = names.map((name) => sql`${name} = excluded.${name}`);
  await run(sql`
    insert into ${table} as recorded (${sql.join(names, sql`, `)})
    select * from unnest(${sql.join(values, sql`, `)})
    on conflict (${sql.identifier(key.name)}) do update set ${sql.join(updates, sql`, `)}
    where recorded is distinct from excluded`);
}

async function removeOthers(run: RunStatement, given: ReferenceData): Promise<void> {
  const codes = (rows: readonly { readonly code: string }[]) => sql`${sql.param(rows.map(({ code }) => code))}::text[]`;
  await run(sql`delete from ${places} where ${places.id} <> all(${sql.param(given.places.map(({ id }) => id))}::integer[])`);
  await run(sql`
    delete from ${regions} where ${regions.code} <> all(${codes(given.regions)})
      and not exists (select from ${incidents} where ${incidents.region} = ${regions.code})
      and not exists (select from ${places} where ${places.region} = ${regions.code})`);
  await run(sql`
    delete from ${jurisdictions} where ${jurisdictions.code} <> all(${codes(given.jurisdictions)})
      and not exists (select from ${incidents} where ${incidents.country} = ${jurisdictions.code})
      and not exists (select from ${regions} where ${regions.jurisdiction} = ${jurisdictions.code})
      and not exists (select from ${places} where ${places.jurisdiction} = ${jurisdictions.code})`);
}
