import { sql } from 'drizzle-orm';
import type { RunStatement } from '../connection/statements.ts';
import { quoted } from '../backup/backup-tables.ts';

interface Check {
  readonly table: string;
  readonly name: string;
  readonly expression: string;
}

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly other: string;
  readonly otherColumns: readonly string[];
}

/** The constraints that rows on record break, or that the database has not enforced on all rows. */
export async function findBrokenConstraints(run: RunStatement): Promise<string[]> {
  const unproven = await run<{ table: string; name: string }>(sql`
    select c.relname as table, k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.connamespace = 'public'::regnamespace and not k.convalidated`);
  return [
    ...unproven.map(({ table, name }) => `the table ${table} has the constraint ${name}, which was never checked`),
    ...(await brokenChecks(run)),
    ...(await brokenReferences(run)),
  ];
}

const broken = (count: number, { table, name }: { readonly table: string; readonly name: string }) =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'row' : 'rows'} of the table ${table} break the constraint ${name}`];

/** Reads each table once. */
async function brokenChecks(run: RunStatement): Promise<string[]> {
  const checks = await run<Check>(sql`
    select c.relname as table, k.conname as name, pg_get_expr(k.conbin, k.conrelid) as expression
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.connamespace = 'public'::regnamespace and k.contype = 'c'
    order by c.relname, k.conname`);
  const faults: string[] = [];
  for (const table of new Set(checks.map((check) => check.table))) {
    const of = checks.filter((check) => check.table === table);
    // A check that is null is kept.
    const counts = of.map(({ expression }, at) => sql.raw(`count(*) filter (where not (${expression})) as c${at}`));
    const [found] = await run<Record<string, number>>(sql`select ${sql.join(counts, sql`, `)} from ${sql.identifier(table)}`);
    faults.push(...of.flatMap((check, at) => broken(found?.[`c${at}`] ?? 0, check)));
  }
  return faults;
}

async function brokenReferences(run: RunStatement): Promise<string[]> {
  const namesOf = (keys: string, table: string) => sql`array(
    select a.attname::text from unnest(${sql.raw(keys)}) with ordinality as key (number, at)
      join pg_attribute a on a.attrelid = ${sql.raw(table)} and a.attnum = key.number
    order by key.at)`;
  const references = await run<Reference>(sql`
    select c.relname as table, k.conname as name, other.relname as other,
      ${namesOf('k.conkey', 'k.conrelid')} as columns, ${namesOf('k.confkey', 'k.confrelid')} as "otherColumns"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class other on other.oid = k.confrelid
    where k.connamespace = 'public'::regnamespace and k.contype = 'f'
    order by c.relname, k.conname`);
  const faults: string[] = [];
  for (const reference of references) {
    const { table, columns, other, otherColumns } = reference;
    const given = columns.map((column) => `own.${quoted(column)} is not null`).join(' and ');
    const same = columns.map((column, at) => `other.${quoted(otherColumns[at]!)} = own.${quoted(column)}`).join(' and ');
    const [found] = await run<{ count: number }>(
      sql.raw(`
        select count(*) as count from ${quoted(table)} own
        where ${given} and not exists (select from ${quoted(other)} other where ${same})`),
    );
    faults.push(...broken(found?.count ?? 0, reference));
  }
  return faults;
}
