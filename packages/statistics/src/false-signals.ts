import { signalErrorRates } from './signal-error-rates.ts';
import type { SignalMethod } from './weekly-signal.ts';

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
