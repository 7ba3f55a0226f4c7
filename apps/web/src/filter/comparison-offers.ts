import { lastTwelveMonths } from '@monitor/findings';
import type { Against } from '@monitor/contract';
import { comparisonPeriod, type Filter, type Period, precedingPeriod } from '@monitor/domain';

/** What B can be. `period` and `selection` are made further below in the panel. */
type Choice = 'preceding' | 'earlier' | 'period' | 'selection';

export interface Offer {
  readonly choice: Choice;
  /** Undefined where it cannot be chosen. */
  readonly against: Against | undefined;
  readonly period: Period | undefined;
  readonly years: number;
}

/** What a filter can be compared with. @param coverage first and last day of the data */
export function offersOf(filter: Filter, coverage: Period | undefined): readonly Offer[] {
  const { from, to = coverage?.to } = filter;
  const period = from === undefined || to === undefined || from > to ? undefined : { from, to };
  const preceding = period && precedingPeriod(period);
  const earlier = period && comparisonPeriod(period);
  const start = earlier ?? (coverage && lastTwelveMonths(coverage));
  const ofPeriod = (one: Period | undefined) => one && { from: one.from, to: one.to };
  return [
    { choice: 'earlier', against: ofPeriod(earlier), period: earlier, years: earlier?.rule === 'years_earlier' ? 2 : 1 },
    { choice: 'preceding', against: ofPeriod(preceding), period: preceding, years: 0 },
    { choice: 'period', against: ofPeriod(start), period: undefined, years: 0 },
    {
      choice: 'selection',
      against: { country: filter.country ?? null, region: filter.region ?? null },
      period: undefined,
      years: 0,
    },
  ];
}
