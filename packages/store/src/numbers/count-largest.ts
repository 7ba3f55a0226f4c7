import { sql } from 'drizzle-orm';
import { type CountedPeople, type Filter, type Period, recordOf, without } from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';
import { gatherSums, isSpread } from '../spread/spread.ts';

/** The two greatest numbers of people in one incident, the greater one first; 0 if there is none. */
export type Largest = Readonly<Partial<Record<CountedPeople, readonly [number, number]>>>;

/** The incidents with most people, of the period and of the comparison period, in one scan of those with any. */
export async function countLargest(
  { pool, run }: Statements,
  where: Translation,
  filter: Filter,
  { period, comparison }: { period: Period; comparison: Period | null },
  people: readonly CountedPeople[],
): Promise<{ period: Largest; comparison: Largest }> {
  const { occurred_on } = incidents;
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  const two = (name: CountedPeople, compared: boolean) => {
    const column = sql.identifier(name);
    const alias = sql.identifier(compared ? `compared_${name}` : name);
    return sql`array(select ${column} from harmed where ${column} > 0 and compared = ${compared} order by ${column} desc limit 2) as ${alias}`;
  };
  const keys = { compared: sql`${occurred_on} < ${period.from}`, ...recordOf(people, (name) => sql`${incidents[name]}`) };
  const columns = Object.entries(keys).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`);
  const someone = people.map((name) => sql`${incidents[name]} > 0`);
  const from = sql`from ${incidents}
    where (${sql.join(someone, sql` or `)}) and ${where(without(filter, 'from', 'to'))}
      and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`})`;
  // Servers give how many incidents have the same numbers, and not each of these.
  const counted = sql`select * from (${gatherSums(pool, { keys, sums: { many: sql`count(*)` }, from })}) as found, generate_series(1, least(many, 2))`;
  const [row = {}] = await run<Record<string, number[]>>(sql`
    with harmed as materialized (${isSpread(pool) ? counted : sql`select ${sql.join(columns, sql`, `)} ${from}`})
    select ${sql.join(
      [false, true].flatMap((compared) => people.map((name) => two(name, compared))),
      sql`, `,
    )}`);
  return {
    period: recordOf(people, (name) => pair(row[name])),
    comparison: recordOf(people, (name) => pair(row[`compared_${name}`])),
  };
}

function pair([first = 0, second = 0]: readonly number[] = []): [number, number] {
  return [first, second];
}

/** If there are no days to count. */
export const noLargest = { period: {}, comparison: {} };
