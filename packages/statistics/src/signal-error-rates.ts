import type { SignalMethod } from './weekly-signal.ts';

/** Errors of the rule of `weeklySignal` on simulated series of one kind. */
export interface SignalErrorRate {
  readonly method: SignalMethod;
  /** Variance of a week's count in units of its mean. */
  readonly dispersion: number;
  /** Events per week, on average over the year. */
  readonly perWeek: number;
  /** Signals per quiet series and year. */
  readonly falseSignals: number;
  /** Share of doublings found within four weeks. */
  readonly found: number;
}

/** Written by `npx pnpm@12.4.2 bench signals --write`, with `docs/signals.md`. */
export const signalErrorRates: readonly SignalErrorRate[] = [
  { method: 'farrington', dispersion: 1, perWeek: 0.5, falseSignals: 0.033, found: 0.044 },
  { method: 'farrington', dispersion: 1, perWeek: 2, falseSignals: 0.053, found: 0.276 },
  { method: 'farrington', dispersion: 1, perWeek: 5, falseSignals: 0.05, found: 0.668 },
  { method: 'farrington', dispersion: 1, perWeek: 10, falseSignals: 0.07, found: 0.949 },
  { method: 'farrington', dispersion: 1, perWeek: 20, falseSignals: 0.072, found: 1 },
  { method: 'farrington', dispersion: 1.5, perWeek: 0.5, falseSignals: 0.09, found: 0.051 },
  { method: 'farrington', dispersion: 1.5, perWeek: 2, falseSignals: 0.076, found: 0.166 },
  { method: 'farrington', dispersion: 1.5, perWeek: 5, falseSignals: 0.078, found: 0.466 },
  { method: 'farrington', dispersion: 1.5, perWeek: 10, falseSignals: 0.089, found: 0.818 },
  { method: 'farrington', dispersion: 1.5, perWeek: 20, falseSignals: 0.094, found: 0.99 },
  { method: 'ears', dispersion: 1, perWeek: 0.5, falseSignals: 0.004, found: 0.006 },
  { method: 'ears', dispersion: 1, perWeek: 2, falseSignals: 0.046, found: 0.05 },
  { method: 'ears', dispersion: 1, perWeek: 5, falseSignals: 0.016, found: 0.084 },
  { method: 'ears', dispersion: 1, perWeek: 10, falseSignals: 0.009, found: 0.147 },
  { method: 'ears', dispersion: 1, perWeek: 20, falseSignals: 0.006, found: 0.331 },
  { method: 'ears', dispersion: 1.5, perWeek: 0.5, falseSignals: 0.095, found: 0.015 },
  { method: 'ears', dispersion: 1.5, perWeek: 2, falseSignals: 0.261, found: 0.102 },
  { method: 'ears', dispersion: 1.5, perWeek: 5, falseSignals: 0.107, found: 0.123 },
  { method: 'ears', dispersion: 1.5, perWeek: 10, falseSignals: 0.06, found: 0.176 },
  { method: 'ears', dispersion: 1.5, perWeek: 20, falseSignals: 0.051, found: 0.297 },
];

/**
 * Signals that chance alone gives in a year to a series of this many events per week: the measured rates, averaged over the dispersions and
 * interpolated on the logarithm of the level; below the lowest level measured and above the highest, those of that level.
 * Multiplied by the years looked at and added up over the series, it is how many of the signals shown are expected to be chance.
 */
export function falseSignalsPerYear(method: SignalMethod, perWeek: number): number {
  const levels = [...new Set(signalErrorRates.map((rate) => rate.perWeek))].sort((one, other) => one - other);
  const rateAt = (level: number) => {
    const rates = signalErrorRates.filter((rate) => rate.method === method && rate.perWeek === level);
    return rates.reduce((sum, rate) => sum + rate.falseSignals, 0) / rates.length;
  };
  const above = levels.find((level) => level >= perWeek);
  const below = levels.findLast((level) => level <= perWeek);
  if (above === undefined || below === undefined) return rateAt((above ?? below)!);
  if (above === below) return rateAt(above);
  const share = Math.log(perWeek / below) / Math.log(above / below);
  return (1 - share) * rateAt(below) + share * rateAt(above);
}
