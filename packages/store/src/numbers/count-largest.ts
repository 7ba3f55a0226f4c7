import { sql } from 'drizzle-orm';
import { type Filter, type Period, without } from '@monitor/domain';
import type { RunStatement } from '../connection/run-query.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';

/** The two greatest numbers of people in one incident, the greater one first; 0 where there is none. */
export interface Largest {
  readonly killed: readonly [number, number];
  readonly injured: readonly [number, number];
}

interface LargestRow {
  readonly compared: boolean;
  readonly name: keyof Largest;
  readonly people: number;
}

/** The incidents with most people killed and injured, of the period and of the comparison period, in one scan of those with any. */
export async function countLargest(
  run: RunStatement,
  filter: Filter,
  { period, comparison }: { period: Period; comparison: Period | null },
): Promise<{ period: Largest; comparison: Largest }> {
  const { occurred_on, killed, injured } = incidents;
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  const rows = await run<LargestRow>(sql`
    with harmed as materialized (
      select ${occurred_on} < ${period.from} as compared, ${killed} as killed, ${injured} as injured
      from ${incidents}
      where (${killed} > 0 or ${injured} > 0) and ${incidentWhere(without(filter, 'from', 'to'))}
        and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`}))
    select compared, name, people
    from (
      select compared, name, people, row_number() over (partition by compared, name order by people desc) as place
      from harmed cross join lateral (values ('killed', killed), ('injured', injured)) as counted (name, people)
      where people > 0) as ranked
    where place <= 2
    order by people desc`);
  const two = (compared: boolean, name: keyof Largest): [number, number] => {
    const [first = 0, second = 0] = rows
      .filter((row) => row.compared === compared && row.name === name)
      .map(({ people }) => people);
    return [first, second];
  };
  const largest = (compared: boolean): Largest => ({ killed: two(compared, 'killed'), injured: two(compared, 'injured') });
  return { period: largest(false), comparison: largest(true) };
}

/** Where there is no incident. */
export const noLargest: Largest = { killed: [0, 0], injured: [0, 0] };
