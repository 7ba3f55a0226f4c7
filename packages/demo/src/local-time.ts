import type { IncidentType } from '@monitor/domain';
import type { Random } from './random.ts';
import { type Weighted, weighted } from './weighted.ts';

/* Hours of the day: assumptions. Police work by day, disputes in the evening, gunfire at night and more so at week-ends. */

type Rhythm = 'day' | 'evening' | 'night';

/** Weight of each hour from 0 to 23. */
const hours: Readonly<Record<Rhythm, readonly number[]>> = {
  day: [1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 8, 8, 7, 6, 6, 6, 6, 6, 6, 5, 5, 4, 3, 2],
  evening: [5, 4, 3, 2, 1, 1, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 9, 7],
  night: [12, 9, 7, 5, 4, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 13],
};

const rhythms: Readonly<Partial<Record<IncidentType, Rhythm>>> = {
  weapon_seizure: 'day',
  weapon_theft: 'day',
  suicide: 'day',
  accidental_shooting: 'day',
  shooting_at_animals: 'day',
  undetermined_shooting: 'night',
  undetermined_explosion: 'night',
  celebratory_shooting: 'night',
};

/** Share of incidents whose time is reported. */
const reportedShare: Readonly<Record<Rhythm, number>> = { day: 0.42, evening: 0.7, night: 0.74 };

/** Nights out: Friday and Saturday evenings, and the small hours after them. */
function weekendFactor(weekday: number, hour: number): number {
  if ((weekday === 4 || weekday === 5) && hour >= 20) return 1.6;
  return (weekday === 5 || weekday === 6) && hour < 6 ? 2.2 : 1;
}

function hoursOfWeek(rhythm: Rhythm): readonly Weighted<number>[] {
  const factor = (weekday: number, hour: number) => (rhythm === 'day' ? 1 : weekendFactor(weekday, hour));
  return Array.from({ length: 7 }, (_, weekday) =>
    weighted(hours[rhythm].map((weight, hour) => [hour, weight * factor(weekday, hour)] as const)),
  );
}

const hoursByRhythm = { day: hoursOfWeek('day'), evening: hoursOfWeek('evening'), night: hoursOfWeek('night') };
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function drawMinute(random: Random): number {
  const roundness = random.uniform();
  if (roundness < 0.35) return 30 * random.integer(0, 1);
  return roundness < 0.85 ? 5 * random.integer(0, 11) : random.integer(0, 59);
}

/** Local time `HH:MM`, or null where it is not reported. Weekday 0 is Monday. */
export function drawLocalTime(random: Random, type: IncidentType, weekday: number): string | null {
  const rhythm = rhythms[type] ?? 'evening';
  if (!random.chance(reportedShare[rhythm])) return null;
  const hour = hoursByRhythm[rhythm][weekday]?.draw(random) ?? 12;
  return `${twoDigits[hour]}:${twoDigits[drawMinute(random)]}`;
}
