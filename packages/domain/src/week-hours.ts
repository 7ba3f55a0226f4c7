import { dayNumber } from './date.ts';
import type { IncidentDraft } from './incident.ts';
import { partsOfDay } from './vocabularies.ts';

/** Days of a week and hours of a day. */
export const weekdayCount = 7;
export const hourCount = 24;

/**
 * Incidents by weekday and local hour. A time is known where the source gives it and the date is precise to the day; other
 * incidents are in none of the hours.
 */
export interface WeekHours {
  /** Incidents whose time is known: the sum of all hours. */
  readonly known: number;
  /** Incidents whose time is not known; with `known` all incidents of the filter. */
  readonly unknown: number;
  /** Of those whose time is known, the ones at exactly 00:00, which some sources write for a time that they do not know. */
  readonly midnight: number;
  /** For each weekday, Monday first, the incidents of each hour from 0 to 23. */
  readonly incidents: readonly (readonly number[])[];
  /**
   * For each weekday, the incidents of unknown time whose part of the day is known, for each part in vocabulary order. `unknown` has them, too.
   */
  readonly parts: readonly (readonly number[])[];
}

/** The weekday of a day since 1970-01-01: 0 is Monday, 6 is Sunday (ISO 8601 counts them from 1). */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % weekdayCount) + weekdayCount) % weekdayCount;
}

type Moment = Pick<IncidentDraft, 'occurred_on' | 'local_time' | 'part_of_day' | 'date_precision'>;

/** The minute of the day, 0 to 1439, of an incident whose time is known; null otherwise. */
export function knownMinute({ local_time, date_precision }: Omit<Moment, 'part_of_day'>): number | null {
  if (local_time === null || date_precision !== 'day') return null;
  return Number(local_time.slice(0, 2)) * 60 + Number(local_time.slice(3));
}

/** The position of the part of the day in its vocabulary, of an incident whose time is not known and whose part of the day is; null otherwise. */
export function knownPart({ local_time, part_of_day, date_precision }: Moment): number | null {
  if (local_time !== null || part_of_day === null || date_precision !== 'day') return null;
  return partsOfDay.codes.indexOf(part_of_day);
}

/** The definition of the hours of the week in plain terms, one incident after the other. SQL and the cube are held to it by tests. */
export function weekHoursOf(incidents: readonly Moment[]): WeekHours {
  const minutes = incidents.map(knownMinute);
  const known = minutes.filter((minute) => minute !== null).length;
  const hours = emptyWeek();
  const parts = emptyParts();
  for (const incident of incidents) {
    const part = knownPart(incident);
    if (part !== null) parts[weekdayOf(dayNumber(incident.occurred_on))]![part]! += 1;
  }
  for (const [index, minute] of minutes.entries()) {
    if (minute === null) continue;
    hours[weekdayOf(dayNumber(incidents[index]!.occurred_on))]![Math.floor(minute / 60)]! += 1;
  }
  return {
    known,
    unknown: incidents.length - known,
    midnight: minutes.filter((minute) => minute === 0).length,
    incidents: hours,
    parts,
  };
}

/** A week without incidents: seven weekdays of four parts. */
export function emptyParts(): number[][] {
  return Array.from({ length: weekdayCount }, () => partsOfDay.codes.map(() => 0));
}

/** A week without incidents: seven weekdays of twenty-four hours. */
export function emptyWeek(): number[][] {
  return Array.from({ length: weekdayCount }, () => Array.from({ length: hourCount }, () => 0));
}
