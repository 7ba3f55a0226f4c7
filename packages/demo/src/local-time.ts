import type { IncidentType } from '@monitor/domain';
import { profiles } from './profiles.ts';
import { type Draw, numbers, type Random } from './random.ts';

type Rhythm = (typeof profiles)[IncidentType]['rhythm'];

/** Nights out: Friday and Saturday evenings, and the small hours after them. */
function weekendFactor(weekday: number, hour: number): number {
  if ((weekday === 4 || weekday === 5) && hour >= 20) return 1.6;
  return (weekday === 5 || weekday === 6) && hour < 6 ? 2.2 : 1;
}

/** @param hours weight of each hour from 0 to 23 */
const week = (hours: readonly number[], factor: typeof weekendFactor) =>
  Array.from({ length: 7 }, (_, weekday) => numbers(...hours.map((weight, hour) => weight * factor(weekday, hour))));

/** Hours by weekday, and the share of incidents whose time is reported: assumptions. */
const times: Readonly<Record<Rhythm, { readonly reported: number; readonly week: readonly Draw<number>[] }>> = {
  day: { reported: 0.42, week: week([1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 8, 8, 7, 6, 6, 6, 6, 6, 6, 5, 5, 4, 3, 2], () => 1) },
  evening: {
    reported: 0.7,
    week: week([5, 4, 3, 2, 1, 1, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 9, 7], weekendFactor),
  },
  night: {
    reported: 0.74,
    week: week([12, 9, 7, 5, 4, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 13], weekendFactor),
  },
};

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function drawMinute(random: Random): number {
  const roundness = random.uniform();
  if (roundness < 0.35) return 30 * random.integer(0, 1);
  return roundness < 0.85 ? 5 * random.integer(0, 11) : random.integer(0, 59);
}

/** Local time `HH:MM`, or null if it is not reported. Weekday 0 is Monday. */
export function drawLocalTime(random: Random, type: IncidentType, weekday: number): string | null {
  const { reported, week: hours } = times[profiles[type].rhythm];
  if (!random.chance(reported)) return null;
  const hour = hours[weekday]?.(random) ?? 12;
  return `${twoDigits[hour]}:${twoDigits[drawMinute(random)]}`;
}
