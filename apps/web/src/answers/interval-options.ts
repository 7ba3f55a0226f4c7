import type { IntervalChoice } from '@monitor/contract';
import { intervals, isSeries, type Period } from '@monitor/domain';

/** The intervals that can be chosen for a period: those with a bearable number of steps. */
export function intervalOptions(period: Period | undefined): IntervalChoice[] {
  return ['auto', ...intervals.filter((interval) => period === undefined || isSeries(interval, period))];
}

/** The interval to ask for: the chosen one, or the automatic one where the period is too long for it. */
export function askedInterval(chosen: IntervalChoice, period: Period | undefined): IntervalChoice {
  return intervalOptions(period).includes(chosen) ? chosen : 'auto';
}
