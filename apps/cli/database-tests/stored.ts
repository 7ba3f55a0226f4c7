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

/** Everything that readers can see of each table but those of places, as text. */
async function rowsShown({ connections }: Database): Promise<{ name: string; rows: string[] }[]> {
  const tables = await connections<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.column_privileges
    where grantee = 'monitor_reader' and privilege_type = 'SELECT' and table_schema = 'public'
      and table_name not in ('places', 'regions', 'jurisdictions')
    group by 1`;
  return Promise.all(
    tables.map(async ({ name, columns }) => {
      const rows = await connections<
        { row: string }[]
      >`select concat_ws(' ', ${connections(columns)}) as row from ${connections(name)}`;
      return { name, rows: rows.map(({ row }) => row) };
    }),
  );
}

export async function textsShown(database: Database): Promise<string> {
  return (await rowsShown(database)).flatMap(({ rows }) => rows).join('\n');
}

/** The tables with rows of which readers can see a text, and how many those are. */
export async function rowsShowing(database: Database, text: string): Promise<Record<string, number>> {
  const counts = (await rowsShown(database)).map(
    ({ name, rows }) => [name, rows.filter((row) => row.toLowerCase().includes(text.toLowerCase())).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
