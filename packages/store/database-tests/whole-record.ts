import { createHash } from 'node:crypto';
import type { Database } from '../src/index.ts';
import { copyTarget, readTables } from '../src/backup/backup-tables.ts';
import { statementsOn } from '../src/connection/statements.ts';

/**
 * The number of rows of every table, with a digest of all of them; but for when the migrations were applied, and the last version made.
 */
export async function wholeRecord(database: Database): Promise<Record<string, string>> {
  const tables = await readTables(statementsOn(database.connections).run);
  const record: Record<string, string> = {};
  for (const { name, columns } of tables) {
    const kept = name === 'publication' ? columns.filter((column) => column !== 'changed_at') : columns;
    const rows = await database.connections.unsafe<{ row: string }[]>(
      `select row(${kept.map((column) => `"${column}"`).join(', ')})::text as row from "${name}" order by 1`,
    );
    const digest = createHash('sha256')
      .update(rows.map(({ row }) => row).join('\n'))
      .digest('hex');
    record[copyTarget({ name, columns })] = `${rows.length} rows: ${digest}`;
  }
  return record;
}
