import { setImmediate } from 'node:timers/promises';
import { type SignalErrorRate, type SignalMethod, signalsOf, weeklySignal } from '@monitor/statistics';
import type { BenchContext } from '../setting/cleanup.ts';
import { seriesMaker } from './simulate-series.ts';

export const levels = [0.5, 2, 5, 10, 20] as const;
export const dispersions = [1, 1.5] as const;

/** Weeks of history before the year that is looked at: five years and what the window before them needs, and one year. */
export const historyWeeks: Readonly<Record<SignalMethod, number>> = { farrington: 264, ears: 52 };
const weeksOfYear = 52;
const weeksToFind = 4;

export interface SignalResults {
  readonly rates: readonly SignalErrorRate[];
  /** Quiet years per kind of series, and as many doublings. */
  readonly runs: number;
  /** Milliseconds for a year of one series with five years of history. */
  readonly yearOfSeries: number;
}

/** Measures the rule of the product on simulated series of every kind. */
export async function measureSignals(runs: number, { tell, signal }: BenchContext): Promise<SignalResults> {
  const rates: SignalErrorRate[] = [];
  let elapsed = 0;
  for (const method of ['farrington', 'ears'] as const) {
    for (const dispersion of dispersions) {
      for (const perWeek of levels) {
        tell(`${method}, dispersion ${dispersion}, ${perWeek} per week`);
        const history = historyWeeks[method];
        const series = seriesMaker({ dispersion, perWeek }, 1 + rates.length);
        let falseSignals = 0;
        let found = 0;
        for (let run = 0; run < runs; run++) {
          const quiet = series.counts(history + weeksOfYear);
          const begun = performance.now();
          falseSignals += signalsOf(quiet, history, history + weeksOfYear - 1).length;
          if (method === 'farrington') elapsed += performance.now() - begun;
          const onset = history + series.below(weeksOfYear - weeksToFind + 1);
          const doubled = series.counts(onset + weeksToFind, onset);
          if (doubled.some((_, week) => week >= onset && weeklySignal(doubled, week) !== undefined)) found++;
          // An interruption is noticed between two runs only.
          await setImmediate();
          signal.throwIfAborted();
        }
        rates.push({ method, dispersion, perWeek, falseSignals: falseSignals / runs, found: found / runs });
      }
    }
  }
  return { rates, runs, yearOfSeries: elapsed / (runs * levels.length * dispersions.length) };
}
