import { dateOfDay, dayNumber, type IncidentType, type IsoDate, remembering, weekdayOf } from '@monitor/domain';
import { expectedInQuarter, firstYear, type Quarter } from './levels.ts';
import { type LevelledOutcome, levelledOutcomes, profiles, types } from './profiles.ts';
import { type Draw, type Random, weighted } from './random.ts';

/** First day of the synthetic data. */
export const firstDate: IsoDate = `${firstYear}-01-01`;

export interface DayPlan {
  readonly date: IsoDate;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 0 is Monday, 6 is Sunday. */
  readonly weekday: number;
  readonly month: number;
  readonly dayOfMonth: number;
  /** Expected number of incidents on the day. */
  readonly expected: number;
  readonly types: Draw<IncidentType>;
  /** By what the mean numbers of people are multiplied in its quarter. */
  readonly factors: Readonly<Record<LevelledOutcome, number>>;
}

type CalendarDay = Pick<DayPlan, 'date' | 'day' | 'weekday' | 'month' | 'dayOfMonth'>;

/* How incidents spread over the days of a quarter: assumptions, of which only the proportions count. */

/** Monday to Sunday. Seizures follow working days, violence the week-end. */
const seizureDays = [1.05, 1.1, 1.1, 1.1, 1.1, 0.85, 0.7] as const;
const violenceDays = [0.92, 0.92, 0.94, 0.96, 1.06, 1.15, 1.05] as const;
/** The wedding season, on Saturdays above all. */
const weddingDays = [0.4, 0.3, 0.4, 0.5, 1, 3, 2] as const;
/** Days on which shots are fired to celebrate, as `MM-DD`: New Year, Christmas and New Year by both calendars. */
const holidays = new Map(
  Object.entries({ '12-31': 14, '01-01': 16, '01-02': 2, '01-06': 2.5, '01-07': 2.5, '01-13': 2.5, '01-14': 1.5 }),
);

function celebrationWeight({ date, weekday, month, dayOfMonth }: CalendarDay): number {
  const holiday = holidays.get(date.slice(5));
  if (holiday !== undefined) return holiday;
  const wedding = weddingDays[weekday] ?? 1;
  if (month === 7 || month === 8) return wedding;
  if (month === 9) return dayOfMonth <= 15 ? 0.7 * wedding : 0.35 * wedding;
  return month >= 4 && month <= 10 ? 0.3 * wedding : 0.22;
}

/** All days of a quarter, 90 to 92. */
function daysOf(quarter: Quarter): CalendarDay[] {
  const start = (one: Quarter) => dayNumber(`${Math.floor(one / 4)}-${String((one % 4) * 3 + 1).padStart(2, '0')}-01`);
  const first = start(quarter);
  return Array.from({ length: start(quarter + 1) - first }, (_, index) => {
    const date = dateOfDay(first + index);
    const [, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
    return { date, day: first + index, weekday: weekdayOf(first + index), month, dayOfMonth };
  });
}

type TypeLevels = ReadonlyMap<IncidentType, number>;

const countedTypes = ['weapon_seizure', 'celebratory_shooting', 'criminal_context', 'undetermined_shooting'] as const;

/** Expected incidents of each type in a quarter: the types that the quarterly reports count, then the others by their shares. */
export function typeLevels(quarter: Quarter): TypeLevels {
  const counted = countedTypes.map((type) => [type, expectedInQuarter(type, quarter)] as const);
  const left = expectedInQuarter('incidents', quarter) - counted.reduce((sum, [, level]) => sum + level, 0);
  const others = types.flatMap((type) => {
    const { share } = profiles[type];
    return share === undefined ? [] : [[type, share * left] as const];
  });
  return new Map<IncidentType, number>([...counted, ...others]);
}

/** By what the means of an outcome are multiplied so that the quarter's people come to the expected number. */
function factorOf(outcome: LevelledOutcome, quarter: Quarter, levels: TypeLevels): number {
  let fixed = 0;
  let variable = 0;
  for (const [type, level] of levels) {
    const { unscaled, people } = profiles[type];
    if (unscaled) fixed += level * people[outcome];
    else variable += level * people[outcome];
  }
  return Math.max(expectedInQuarter(outcome, quarter) - fixed, 0) / variable;
}

/** Relative rise of the daily level across the quarter, towards the neighbouring quarters and at most a quarter. */
function slopeOf(quarter: Quarter): number {
  const at = (one: Quarter) => expectedInQuarter('incidents', one);
  return Math.max(-0.25, Math.min(0.25, (at(quarter + 1) - at(quarter - 1)) / (2 * at(quarter))));
}

/** What is expected on each day of a quarter. The days' levels add up to the quarter's. */
export const planQuarter = remembering((quarter: Quarter): readonly DayPlan[] => {
  const days = daysOf(quarter);
  const levels = typeLevels(quarter);
  const factors = Object.fromEntries(
    levelledOutcomes.map((outcome) => [outcome, factorOf(outcome, quarter, levels)]),
  ) as DayPlan['factors'];
  const slope = slopeOf(quarter);
  const ofTypes = [...levels].map(([type, level]) => {
    const weekdays = type === 'weapon_seizure' ? seizureDays : violenceDays;
    const weights = days.map((day, index) =>
      type === 'celebratory_shooting'
        ? celebrationWeight(day)
        : (weekdays[day.weekday] ?? 1) * (1 + slope * ((index + 0.5) / days.length - 0.5)),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => level * (weight / sum));
  });
  return days.map((day, index) => {
    const expected = ofTypes.map((ofDays) => ofDays[index] ?? 0);
    const draw = weighted([...levels.keys()], expected);
    return { ...day, expected: expected.reduce((sum, level) => sum + level, 0), types: draw, factors };
  });
});

/**
 * Of the random factor of each day. A count of m then has the variance m + m² / (7 × shape) over a week: of 60 a week, three times the
 * mean, as real weeks have (1.8 times of 30 a week in Philadelphia from 2015 to 2023, 3.6 times in all of the United States in 2017).
 */
const shapeOfDays = 30 / 7;

/** The days of a quarter, some busier than others by chance. Their levels still add up to the quarter's. */
function withWaves(days: readonly DayPlan[], random: Random): DayPlan[] {
  const levels = days.map(({ expected }) => expected * random.gamma(shapeOfDays));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const scale = sum(days.map(({ expected }) => expected)) / sum(levels);
  return days.map((day, index) => ({ ...day, expected: levels[index]! * scale }));
}

/** All days from the first one up to the last. @param random makes some busier than others, as real days are */
export function* daysUntil(until: IsoDate, random?: Random): Generator<DayPlan> {
  for (let quarter = 4 * firstYear; ; quarter += 1) {
    const days = planQuarter(quarter);
    for (const day of random ? withWaves(days, random) : days) {
      if (day.date > until) return;
      yield day;
    }
  }
}
