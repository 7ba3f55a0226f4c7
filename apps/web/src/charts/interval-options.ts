import type { IntervalChoice } from '@monitor/contract';
import { dayNumber, type Interval, intervals, type Period } from '@monitor/domain';

/** The API gives out at most 4,000 steps; a chart is unreadable long before. */
const mostSteps = 4000;

/** Days in a step, on the short side. */
const shortest: Readonly<Record<Interval, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

/** The intervals that can be chosen for a period: those with a bearable number of steps. */
export function intervalOptions(period: Period | undefined): IntervalChoice[] {
  const days = period === undefined ? 1 : dayNumber(period.to) - dayNumber(period.from) + 1;
  return ['auto', ...intervals.filter((interval) => days / shortest[interval] <= mostSteps)];
}

/** The interval to ask for: the chosen one, or the automatic one where the period is too long for it. */
export function askedInterval(chosen: IntervalChoice, period: Period | undefined): IntervalChoice {
  return intervalOptions(period).includes(chosen) ? chosen : 'auto';
}
