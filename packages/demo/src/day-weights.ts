import type { IncidentType } from '@monitor/domain';
import type { CalendarDay } from './calendar.ts';

/* How incidents spread over the days of a quarter: assumptions, of which only the proportions count. */

/** Monday to Sunday. Seizures follow working days, violence the week-end. */
const weekdays = {
  weapon_seizure: [1.05, 1.1, 1.1, 1.1, 1.1, 0.85, 0.7],
  violence: [0.92, 0.92, 0.94, 0.96, 1.06, 1.15, 1.05],
} as const;

/** How much a day counts among the days of its quarter for all types but celebratory shootings. */
export function dayWeight(type: IncidentType, { weekday }: CalendarDay): number {
  return weekdays[type === 'weapon_seizure' ? 'weapon_seizure' : 'violence'][weekday] ?? 1;
}

/** Days of the year on which shots are fired to celebrate, as `month-day`: New Year, Christmas and New Year by both calendars. */
const holidays: Readonly<Record<string, number>> = {
  '12-31': 14,
  '1-1': 16,
  '1-2': 2,
  '1-6': 2.5,
  '1-7': 2.5,
  '1-13': 2.5,
  '1-14': 1.5,
};

/** The wedding season, on Saturdays above all. */
const weddingDays = [0.4, 0.3, 0.4, 0.5, 1, 3, 2] as const;

/** How much a day counts among the days of its quarter for celebratory shootings. */
export function celebrationWeight({ weekday, month, dayOfMonth }: CalendarDay): number {
  const holiday = holidays[`${month}-${dayOfMonth}`];
  if (holiday !== undefined) return holiday;
  const wedding = weddingDays[weekday] ?? 1;
  if (month === 7 || month === 8) return wedding;
  if (month === 9) return dayOfMonth <= 15 ? 0.7 * wedding : 0.35 * wedding;
  return month >= 4 && month <= 10 ? 0.3 * wedding : 0.22;
}
