import { type SQL, sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';

/** A table as it is backed up. */
export interface BackupTable {
  readonly name: string;
  /** Those that are stored and not generated, in order. */
  readonly columns: readonly string[];
  /** Number of rows. */
  readonly rows: number;
}

/** What gives a column its next number. */
export interface BackupSequence {
  readonly table: string;
  readonly column: string;
  readonly value: number;
  /** Whether that number has been given out. */
  readonly called: boolean;
}

/** Kept in another way: each restored database says when it applied its migrations. */
const register = 'schema_migrations';

/** The tables of a database, whatever version made it, each after those that it refers to. Those of extensions are left out. */
export async function readTables(run: RunStatement): Promise<BackupTable[]> {
  const found = await run<{ name: string; columns: string[]; refers: string[] }>(sql`
    select c.relname as name,
      (
        select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      array(
        select other.relname::text from pg_constraint k join pg_class other on other.oid = k.confrelid
        where k.contype = 'f' and k.conrelid = c.oid and other.oid <> c.oid
      ) as refers
    from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> ${register}
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  const tables: BackupTable[] = [];
  while (tables.length < found.length) {
    const next = found.find(
      ({ name, refers }) =>
        !tables.some((table) => table.name === name) && refers.every((other) => tables.some((table) => table.name === other)),
    );
    if (next === undefined) throw new Error('The tables refer to each other in a circle.');
    const [counted] = await run<{ rows: number }>(sql`select count(*) as rows from ${sql.identifier(next.name)}`);
    tables.push({ name: next.name, columns: next.columns, rows: counted?.rows ?? 0 });
  }
  return tables;
}

/** The sequences of the columns of these tables. */
export async function readSequences(run: RunStatement, tables: readonly BackupTable[]): Promise<BackupSequence[]> {
  // The value is null if no number was given out yet; it is read with the right to use the sequence.
  const found = await run<{ table: string; column: string; value: number | null }>(sql`
    select c.relname as table, a.attname as column, pg_sequence_last_value(s.name::regclass) as value
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
      lateral pg_get_serial_sequence(quote_ident(c.relname), a.attname) as s (name)
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and s.name is not null
    order by a.attnum`);
  return tables.flatMap(({ name }) =>
    found
      .filter(({ table }) => table === name)
      .map(({ table, column, value }) => ({ table, column, value: value ?? 1, called: value !== null })),
  );
}

/** A table and its columns in a COPY statement. */
export function copyTarget({ name, columns }: Pick<BackupTable, 'name' | 'columns'>): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}

/** A name in SQL, whatever the words that this or that version of PostgreSQL reserves. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A row as a line of COPY's text format without its end, in SQL. https://www.postgresql.org/docs/18/sql-copy.html */
export function copyLineOf({ columns }: Pick<BackupTable, 'columns'>): SQL {
  const escapes = [
    ['\\', String.raw`\\`],
    ['\n', String.raw`\n`],
    ['\r', String.raw`\r`],
    ['\t', String.raw`\t`],
  ] as const;
  const values = columns.map((column) => {
    const text = escapes.reduce(
      (value, [letter, escaped]) => sql`replace(${value}, ${letter}, ${escaped})`,
      sql`${sql.identifier(column)}::text`,
    );
    return sql`coalesce(${text}, ${String.raw`\N`})`;
  });
  return sql`concat_ws(${'\t'}, ${sql.join(values, sql`, `)})`;
}
