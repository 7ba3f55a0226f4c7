import { emptyWeek, type Filter, hourCount, type WeekHours, weekdayOf } from '@monitor/domain';
import { type Cube, lastDay, rowsOfDays } from './cube.ts';
import type { Population } from './population.ts';
import { daysOf } from './select.ts';

/* Codes of the column `hour` beside 0 to 23: the time is not known; the time is exactly 00:00. */
const unknownHour = 24;
const exactMidnight = 25;

/** The code of a minute of the day, 0 to 1439; null where the time is not known. */
export function hourCodeOf(minute: number | null): number {
  if (minute === null) return unknownHour;
  return minute === 0 ? exactMidnight : Math.floor(minute / 60);
}

/** A population by weekday and hour, day by day of the filter's period. */
export function weekHoursOf(cube: Cube, filter: Filter, population: Population): WeekHours {
  const hours = emptyWeek();
  const { hour } = cube.columns;
  const { from, to } = daysOf(filter);
  let known = 0;
  let midnight = 0;
  for (let day = Math.max(from, cube.firstDay); day <= Math.min(to, lastDay(cube)); day++) {
    const weekday = hours[weekdayOf(day)]!;
    const { start, end } = rowsOfDays(cube, day, day);
    for (let row = start; row < end; row++) {
      const code = hour[row]!;
      if (code === unknownHour || !population.holds(row)) continue;
      known++;
      if (code === exactMidnight) midnight++;
      weekday[code < hourCount ? code : 0]!++;
    }
  }
  return { known, unknown: population.incidents - known, midnight, incidents: hours };
}
