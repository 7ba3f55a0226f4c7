import type { WeekHours } from '@monitor/contract';
import { dayNumber, hoursOfPart, type PartOfDay, partsOfDay, type Period, weekdayCount, weekdayOf } from '@monitor/domain';
import { leastEvents, normalQuantile } from '@monitor/statistics';

/** Six hours of one weekday, with their incidents. */
export interface WeekPart {
  readonly weekday: number;
  readonly part: PartOfDay;
  readonly incidents: number;
}

export type WeekReading =
  | { readonly kind: 'none' | 'noTime' | 'tooFew' | 'tooShort' | 'midnight' | 'even' | 'several' }
  /** `close` is the one other part that differs from the first by an amount that could be chance. */
  | {
      readonly kind: 'most';
      readonly first: WeekPart;
      readonly close: WeekPart | undefined;
      readonly share: number;
      /** True if a weekday that occurs more often has a part with a greater count: the first is so only day for day. */
      readonly perDay: boolean;
    }
  /** A part of the day is ahead on several weekdays, which differ from each other by an amount that could be chance, or on all together. */
  | { readonly kind: 'daily'; readonly part: PartOfDay; readonly incidents: number; readonly share: number };

/** Days from which on every weekday is there at least four times. */
const leastDays = 28;
/** Fewer incidents than this do not tell 28 parts of the week apart: under five in each on average. */
const leastKnown = 140;
/** Normal quantiles of 95%, one side, for the largest of 28 parts of the week and of four parts of the day (0.05 / 28 and 0.05 / 4, Bonferroni). */
const ofMany = 2.91;
const ofFour = 2.24;

/**
 * Whether many times are exactly 00:00, so that midnight may mean "not known": more than half of the hour after it, where an
 * even hour rounded to five minutes would have one in twelve.
 */
export function hasMidnightPile({ midnight, incidents }: WeekHours): boolean {
  const firstHour = incidents.reduce((sum, hours) => sum + (hours[0] ?? 0), 0);
  return midnight >= leastEvents && midnight > firstHour / 2;
}

/** A part beside how often its weekday occurs in the period. */
interface CountedPart extends WeekPart {
  readonly days: number;
}

/**
 * The part of the week with the most incidents for each day that it occurs, or why none is named: there must be enough of them, the
 * period must be long enough to compare weekdays, and some part must lie above an even spread by more than chance (Poisson, normal
 * approximation). Where several parts are ahead together, no weekday is singled out.
 */
export function weekReading(hours: WeekHours, period: Period | null): WeekReading {
  if (hours.known + hours.unknown === 0 || period === null) return { kind: 'none' };
  if (hours.known === 0) return { kind: 'noTime' };
  if (hours.known < leastKnown) return { kind: 'tooFew' };
  const days = daysOfWeekdays(period);
  const allDays = days.reduce((sum, count) => sum + count, 0);
  if (allDays < leastDays) return { kind: 'tooShort' };
  const parts = partsOf(hours, days);
  const [first] = parts;
  if (first === undefined) return { kind: 'none' };
  if (!parts.some((part) => standsOut(part, (hours.known * part.days) / allDays / partsOfDay.codes.length)))
    return aheadDaily(hours) ?? { kind: 'even' };
  if (first.part === 'night' && hasMidnightPile(hours)) return { kind: 'midnight' };
  const [close, ...more] = parts.slice(1).filter((part) => isWithinChance(first, part));
  if (more.length === 0) {
    return {
      kind: 'most',
      first: withoutDays(first),
      close: close === undefined ? undefined : withoutDays(close),
      share: first.incidents / hours.known,
      perDay: parts.some((part) => part.incidents > first.incidents),
    };
  }
  if ([close, ...more].some((part) => part?.part !== first.part)) return aheadDaily(hours) ?? { kind: 'several' };
  const incidents = incidentsOf(first.part, hours);
  return { kind: 'daily', part: first.part, incidents, share: incidents / hours.known };
}

/** The part of the day that all days together have more of than the next, and than an even spread gives, by more than chance. */
function aheadDaily(hours: WeekHours): WeekReading | undefined {
  const [first, next] = partsOfDay.codes
    .map((part) => ({ part, incidents: incidentsOf(part, hours) }))
    .toSorted((one, other) => other.incidents - one.incidents);
  if (first === undefined || next === undefined || (first.part === 'night' && hasMidnightPile(hours))) return undefined;
  const { part, incidents } = first;
  const even = hours.known / partsOfDay.codes.length;
  const isAhead = incidents - next.incidents > normalQuantile * Math.sqrt(incidents + next.incidents);
  return isAhead && incidents - even > ofFour * Math.sqrt(even)
    ? { kind: 'daily', part, incidents, share: incidents / hours.known }
    : undefined;
}

/** What all days together have in a part of the day. */
function incidentsOf(part: PartOfDay, { incidents }: WeekHours): number {
  const from = partsOfDay.codes.indexOf(part) * hoursOfPart;
  return incidents.reduce((sum, day) => sum + day.slice(from, from + hoursOfPart).reduce((one, count) => one + count, 0), 0);
}

/** Whether a part is above what an even spread gives by more than the largest of 28 is by chance. */
function standsOut({ incidents }: WeekPart, even: number): boolean {
  return incidents - even > ofMany * Math.sqrt(even);
}

/** Whether a part differs from one with more incidents per day by an amount that could be chance (two Poisson counts, 95%). */
function isWithinChance(larger: CountedPart, other: CountedPart): boolean {
  const variance = larger.incidents / larger.days ** 2 + other.incidents / other.days ** 2;
  return larger.incidents / larger.days - other.incidents / other.days <= normalQuantile * Math.sqrt(variance);
}

/** Parts of the week, most incidents a day first. @param days how often each weekday occurs, Monday first */
function partsOf({ incidents }: WeekHours, days: readonly number[]): CountedPart[] {
  return incidents
    .flatMap((hours, weekday) =>
      partsOfDay.codes.map((part, index) => ({
        weekday,
        part,
        incidents: hours.slice(index * hoursOfPart, (index + 1) * hoursOfPart).reduce((sum, count) => sum + count, 0),
        days: days[weekday] ?? 1,
      })),
    )
    .sort((one, other) => other.incidents / other.days - one.incidents / one.days);
}

function withoutDays({ weekday, part, incidents }: CountedPart): WeekPart {
  return { weekday, part, incidents };
}

/** How often each weekday occurs in a period, Monday first. */
function daysOfWeekdays({ from, to }: Period): number[] {
  const first = dayNumber(from);
  const days = dayNumber(to) - first + 1;
  const whole = Math.floor(days / weekdayCount);
  const rest = new Set(Array.from({ length: days % weekdayCount }, (_, index) => weekdayOf(first + index)));
  return Array.from({ length: weekdayCount }, (_, weekday) => whole + (rest.has(weekday) ? 1 : 0));
}
