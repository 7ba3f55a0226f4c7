import { falseSignalsPerYear, signalChance, type SignalMethod } from '@monitor/statistics';
import type { WatchedSeries } from './watch-series.ts';

/** Weeks of a series that could be a signal, and how many of them are expected to be one by chance. @param shown number of the newest weeks */
export function falseSignalsOf({ weeks }: Pick<WatchedSeries, 'weeks'>, shown: number) {
  const ranges = weeks.slice(-shown).flatMap(({ expectation }) => expectation?.range ?? []);
  const [range] = ranges;
  if (range === undefined) return { weeks: 0, expected: 0 };
  const perWeek = ranges.reduce((sum, { expected }) => sum + expected, 0) / ranges.length;
  return { weeks: ranges.length, expected: (falseSignalsPerYear(range.method, perWeek) * ranges.length) / weeksPerYear };
}

const weeksPerYear = 52;

/**
 * How often chance gives one of all series a signal with a chance of at most `p`, in weeks. At the chance from which on a week is a signal that is the
 * measured number of false signals, and it falls with `p`.
 * @param falsePerWeek false signals of all series in a week
 */
export function onceInWeeks({ method, p }: { readonly method: SignalMethod; readonly p: number }, falsePerWeek: number): number {
  return signalChance[method] / (Math.max(p, leastChance) * Math.max(falsePerWeek, leastChance));
}

/** Chances below this are treated as equal. */
const leastChance = 1e-12;
