import { type SQL, sql } from 'drizzle-orm';
import { emptyParts, emptyWeek, partsOfDay, type WeekHours } from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import { incidents } from '../schema/tables.ts';

/** The minute of the day of an incident whose time is known; null otherwise. */
export const knownMinute = sql`case when ${incidents.date_precision} = 'day'
  then left(${incidents.local_time}, 2)::int * 60 + right(${incidents.local_time}, 2)::int end`;

/** The position of the part of the day in its vocabulary, of an incident whose time is not known and whose part of the day is; null otherwise. */
export const knownPart = sql`case when ${incidents.date_precision} = 'day' and ${incidents.local_time} is null
  then array_position(${sql.param(partsOfDay.codes)}::text[], ${incidents.part_of_day}) - 1 end`;

interface CountedHour {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Null if the time is not known. */
  readonly hour: number | null;
  readonly part: number | null;
  readonly incidents: number;
  readonly midnight: number;
}

/** The incidents that a condition selects, by weekday and hour, in one scan. */
export async function countHours(run: RunStatement, where: SQL): Promise<WeekHours> {
  const counted = await run<CountedHour>(sql`
    select extract(isodow from ${incidents.occurred_on})::int - 1 as weekday, minute / 60 as hour, part,
      count(*) as incidents, count(*) filter (where minute = 0) as midnight
    from ${incidents} cross join lateral (select ${knownMinute} as minute, ${knownPart} as part) as time
    where ${where}
    group by 1, 2, 3`);
  const week = emptyWeek();
  const parts = emptyParts();
  let known = 0;
  let unknown = 0;
  let midnight = 0;
  for (const one of counted) {
    if (one.hour === null) {
      unknown += one.incidents;
      if (one.part !== null) parts[one.weekday]![one.part] = one.incidents;
      continue;
    }
    known += one.incidents;
    midnight += one.midnight;
    week[one.weekday]![one.hour] = one.incidents;
  }
  return { known, unknown, midnight, incidents: week, parts };
}
