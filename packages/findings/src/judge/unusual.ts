import type { Signal, SignalLevel, SignalList } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';

/** Weeks that are called right now: in older ones, people have looked already. */
export const recentWeeks = 3;

/** The signals of the last weeks. */
export function recentSignals({ signals, weeks }: Pick<SignalList, 'signals' | 'weeks'>): readonly Signal[] {
  const first = weeks.at(-recentWeeks) ?? weeks[0] ?? '';
  return signals.filter(({ to }) => to >= first);
}

/** Monday of the last week of those counted together. */
export function lastWeekOf({ to }: Pick<Signal, 'to'>): string {
  return dateOfDay(dayNumber(to) - 6);
}

/** A week with signals, or a stretch of weeks without any. */
export interface ListedWeeks {
  /** Mondays of its first and last week. */
  readonly first: string;
  readonly last: string;
  readonly signals: readonly Signal[];
}

/** The weeks of an answer, newest first: those without a signal that follow each other are one. */
export function weeksOf({ weeks, signals }: Pick<SignalList, 'weeks' | 'signals'>): readonly ListedWeeks[] {
  const listed: ListedWeeks[] = [];
  for (const monday of weeks.toReversed()) {
    const own = signals.filter((signal) => lastWeekOf(signal) === monday);
    const before = listed.at(-1);
    if (own.length === 0 && before?.signals.length === 0) listed[listed.length - 1] = { ...before, first: monday };
    else listed.push({ first: monday, last: monday, signals: own });
  }
  return listed;
}

const weeksPerYear = 52;
/** How often chance gives signals of at least this level in all series, a year: see `levels` in packages/findings/src/judge/signals.ts. */
const perYear: Readonly<Record<Exclude<SignalLevel, 'possible'>, number>> = { rare: 2, very_rare: 0.1 };

/** How many of the signals of each level are expected to be chance. */
export function falseByLevel({
  expectedFalse,
  seriesWeeks,
  allSeries,
}: Pick<SignalList, 'expectedFalse' | 'seriesWeeks' | 'allSeries'>): Readonly<Record<SignalLevel, number>> {
  const part = allSeries === 0 ? 0 : seriesWeeks / (allSeries * weeksPerYear);
  const rare = Math.min(expectedFalse, perYear.rare * part);
  const veryRare = Math.min(rare, perYear.very_rare * part);
  return { possible: expectedFalse - rare, rare: rare - veryRare, very_rare: veryRare };
}

/** How many of the signals shown are expected to be chance, in whole numbers that add up to those shown. */
export function chanceAmong({ signals, expectedFalse }: Pick<SignalList, 'signals' | 'expectedFalse'>) {
  const chance = Math.min(signals.length, Math.round(expectedFalse));
  return { chance, real: signals.length - chance };
}
