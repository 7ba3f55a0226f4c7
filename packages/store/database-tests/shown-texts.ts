import type { Database } from '../src/index.ts';

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
