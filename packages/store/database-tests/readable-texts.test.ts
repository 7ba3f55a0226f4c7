import { expect, test } from 'vitest';
import { readableTexts } from '../src/index.ts';
import { useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

test('each column with texts that readers may read has a rule, and each with a rule may be read', async () => {
  const found = await used.database.connections<{ column: string }[]>`
    select p.table_name || '.' || p.column_name as column
    from information_schema.column_privileges p join information_schema.columns c using (table_schema, table_name, column_name)
    where p.grantee = 'monitor_reader' and p.privilege_type = 'SELECT' and p.table_schema = 'public'
      and c.data_type not in ('integer', 'bigint', 'smallint', 'double precision', 'boolean', 'date', 'timestamp with time zone')
    order by 1`;
  const ruled = Object.entries(readableTexts).flatMap(([table, columns]) => Object.keys(columns).map((name) => `${table}.${name}`));
  expect(found.map(({ column }) => column)).toEqual(ruled.toSorted());
});
