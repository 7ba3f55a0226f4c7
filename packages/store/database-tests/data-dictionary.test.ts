import { expect, test } from 'vitest';
import { useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

interface Described {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly purpose: string | null;
  readonly sentence: string | null;
}

async function describedColumns(): Promise<Described[]> {
  return used.database.connections<Described[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      obj_description(c.oid, 'pg_class') as purpose, col_description(c.oid, a.attnum) as sentence
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname collate "C", a.attnum`;
}

test('every table and column is described in one sentence', async () => {
  for (const { table, column, purpose, sentence } of await describedColumns()) {
    expect([table, purpose]).toEqual([table, expect.stringMatching(/^[A-Z].*\.$/)]);
    expect([table, column, sentence]).toEqual([table, column, expect.stringMatching(/^(?:[A-Z]|HH).*\.$/)]);
  }
});

test('the data dictionary is that of the migrated database', async () => {
  // To update it: npx pnpm@12.4.2 exec vitest run packages/store/database-tests/data-dictionary.test.ts -u
  await expect(dictionary(await describedColumns())).toMatchFileSnapshot('../../../docs/data-dictionary.md');
});

function dictionary(columns: readonly Described[]): string {
  const tables = [...new Set(columns.map((column) => column.table))];
  const sections = tables.map((name) => {
    const of = columns.filter((column) => column.table === name);
    const rows = of.map(
      ({ column, type, required, sentence }) => `| ${column} | ${type}${required ? '' : ', may be null'} | ${sentence} |`,
    );
    return `## ${name}\n\n${of[0]?.purpose}\n\n| Column | Type | Meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `${introduction}\n${sections.join('\n')}`;
}

const introduction = `# Data dictionary

This page lists the tables of the record as the migrations create them. The sentences are the comments in the database itself, and a
test compares this file with a migrated database. To change a sentence, add a new migration. The vocabularies say what the codes mean
(\`packages/domain/src/vocabularies.ts\` and \`GET /api/v1/codebook\`).
`;
