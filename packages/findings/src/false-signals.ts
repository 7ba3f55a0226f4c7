import { signalChance, signalErrorRates, type SignalMethod } from '@monitor/statistics';
import type { WatchedSeries } from './watch-series.ts';

/**
 * False signals of a quiet series in a year, as `pnpm bench signals` measured them: between the levels that it looked at, a straight line over the
 * logarithm of the level; beyond them, that of the nearest. How far a series varies beyond chance is not known, so it is the mean of those measured.
 */
export function falseSignalsPerYear(method: SignalMethod, perWeek: number): number {
  const measured = signalErrorRates.filter((rate) => rate.method === method);
  const dispersions = [...new Set(measured.map(({ dispersion }) => dispersion))];
  const rates = dispersions.map((dispersion) =>
    between(
      measured.filter((rate) => rate.dispersion === dispersion),
      perWeek,
    ),
  );
  return rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length);
}

interface MeasuredLevel {
  readonly perWeek: number;
  readonly falseSignals: number;
}

function between(measured: readonly MeasuredLevel[], perWeek: number): number {
  const levels = measured.toSorted((one, other) => one.perWeek - other.perWeek);
  const above = levels.find((level) => level.perWeek >= perWeek) ?? levels.at(-1)!;
  const below = levels.findLast((level) => level.perWeek <= perWeek) ?? levels[0]!;
  if (above.perWeek === below.perWeek) return above.falseSignals;
  const share = Math.log(perWeek / below.perWeek) / Math.log(above.perWeek / below.perWeek);
  return below.falseSignals + share * (above.falseSignals - below.falseSignals);
}

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

/** Chances below this are not told apart. */
const leastChance = 1e-12;
