import { sql } from 'drizzle-orm';
import { type Filter, type HarmedPeople, type Period, without } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';

/** The two greatest numbers of people in one incident, the greater one first; 0 where there is none. */
export type Largest = Readonly<Record<HarmedPeople, readonly [number, number]>>;

/** The incidents with most people killed and injured, of the period and of the comparison period, in one scan of those with any. */
export async function countLargest(
  run: RunStatement,
  where: Translation,
  filter: Filter,
  { period, comparison }: { period: Period; comparison: Period | null },
): Promise<{ period: Largest; comparison: Largest }> {
  const { occurred_on, killed, injured } = incidents;
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  const two = (column: HarmedPeople, compared: boolean) => {
    const people = sql.raw(column);
    return sql`array(select ${people} from harmed where ${people} > 0 and compared = ${compared} order by ${people} desc limit 2)`;
  };
  const [row] = await run<Record<HarmedPeople | `compared_${HarmedPeople}`, number[]>>(sql`
    with harmed as materialized (
      select ${occurred_on} < ${period.from} as compared, ${killed} as killed, ${injured} as injured
      from ${incidents}
      where (${killed} > 0 or ${injured} > 0) and ${where(without(filter, 'from', 'to'))}
        and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`}))
    select ${two('killed', false)} as killed, ${two('injured', false)} as injured,
      ${two('killed', true)} as compared_killed, ${two('injured', true)} as compared_injured`);
  return {
    period: { killed: pair(row?.killed), injured: pair(row?.injured) },
    comparison: { killed: pair(row?.compared_killed), injured: pair(row?.compared_injured) },
  };
}

function pair([first = 0, second = 0]: readonly number[] = []): [number, number] {
  return [first, second];
}

const none: Largest = { killed: [0, 0], injured: [0, 0] };
/** Where there are no days to count. */
export const noLargest = { period: none, comparison: none };
