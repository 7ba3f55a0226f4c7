import type { Summary, Totals } from '@monitor/contract';
import type { Period } from '@monitor/domain';

/** A year of an answer. */
interface Year {
  /** First day of the year. */
  readonly start: string;
  readonly partial: boolean;
  /** The days of the year that are in the period and in the data. */
  readonly days: Period;
}

export function yearsOf({ series, period }: Pick<Summary, 'series' | 'period'>): Year[] {
  if (period === null) return [];
  const { from, to } = period;
  return series.points.map(({ start, partial }) => {
    const end = `${start.slice(0, 4)}-12-31`;
    return { start, partial, days: { from: start < from ? from : start, to: end > to ? to : end } };
  });
}

type Amounts = Pick<Totals, 'incidents' | 'weapons' | 'notReported'>;

/** The large seizures beside all seizures. */
export function largeAmong(all: Amounts, large: Amounts) {
  return {
    seizures: all.incidents,
    large: large.incidents,
    /** Seizures without a number for at least one weapon, and not large by the others: they may be large. */
    unknown: (all.notReported.weapons ?? 0) - (large.notReported.weapons ?? 0),
    weapons: all.weapons ?? 0,
    notReported: { weapons: all.notReported.weapons ?? 0 },
    /** Weapons in large seizures. */
    inLarge: large.weapons ?? 0,
  };
}
