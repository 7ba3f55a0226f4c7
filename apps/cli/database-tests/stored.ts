import type { Database } from '@monitor/store';

/** What is on record of a dataset, by SQL that no code of the product shares. */
export async function storedTotals(database: Database, slug: string) {
  const [totals] = await database.connections<{ incidents: number; killed: number; injured: number; people: number }[]>`
    select count(*)::integer as incidents, coalesce(sum(killed), 0)::integer as killed, coalesce(sum(injured), 0)::integer as injured,
      coalesce(sum((select count(*) from people where incident_id = incidents.id)), 0)::integer as people
    from incidents join datasets on datasets.id = dataset_id where slug = ${slug}`;
  return totals;
}

/** Every row of every table as text, with the number of those that hold a text in any column, of whatever type. */
export async function rowsHolding(database: Database, text: string): Promise<Record<string, number>> {
  const tables = await database.connections<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
  const found: Record<string, number> = {};
  for (const { schema, name } of tables) {
    const table = database.connections(`${schema}.${name}`);
    const [row] = await database.connections<{ count: number }[]>`
      select count(*)::integer as count from ${table} as every where every::text ilike ${`%${text}%`}`;
    if (row && row.count > 0) found[name] = row.count;
  }
  return found;
}
