import { type SQL, sql } from 'drizzle-orm';
import { emptyParts, emptyWeek, partsOfDay, type WeekHours } from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { incidents } from '../schema/tables.ts';
import { gatherSums, isSpread } from '../spread/spread.ts';

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
export async function countHours({ pool, run }: Statements, where: SQL): Promise<WeekHours> {
  const { date_precision, local_time, part_of_day } = incidents;
  // From a Monday before the earliest day that there can be.
  const weekday = sql`((${incidents.occurred_on} - date '1945-12-31') % 7)`;
  // A server adds up by what it has, since it is not asked to read a time of day.
  const counted = sql`(${gatherSums(pool, {
    keys: { weekday, date_precision: sql`${date_precision}`, local_time: sql`${local_time}`, part_of_day: sql`${part_of_day}` },
    sums: { many: sql`count(*)` },
    from: sql`from ${incidents} where ${where}`,
  })}) as incidents`;
  const [many, from] = isSpread(pool) ? [sql`many`, counted] : [sql`1`, sql`${incidents}`];
  const rows = await run<CountedHour>(sql`
    select ${isSpread(pool) ? sql`weekday` : weekday} as weekday, minute / 60 as hour, part,
      sum(${many})::bigint as incidents, coalesce(sum(${many}) filter (where minute = 0), 0)::bigint as midnight
    from ${from} cross join lateral (select ${knownMinute} as minute, ${knownPart} as part) as time
    where ${isSpread(pool) ? sql`true` : where}
    group by 1, 2, 3`);
  const week = emptyWeek();
  const parts = emptyParts();
  let known = 0;
  let unknown = 0;
  let midnight = 0;
  for (const one of rows) {
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
