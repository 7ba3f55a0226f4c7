import type { Interval, IsoDate } from '@monitor/domain';

/** How the labels of ticks are written; a month says its year at the first tick and in January. */
export type TickLabel = 'year' | 'month' | 'day';

/** Where an axis of time has its ticks, and how they are labelled. */
export interface TimeTicks {
  readonly starts: readonly IsoDate[];
  readonly label: TickLabel;
}

/** Every n-th of the values, n the least that leaves no more than fit. */
function everyNth<Value>(values: readonly Value[], most: number): Value[] {
  const every = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, index) => index % every === 0);
}

/**
 * Ticks at the starts of years, where there are at least two, else at the starts of months, else at days.
 * @param most ticks that fit
 */
export function timeTicks(starts: readonly IsoDate[], interval: Interval, most = 7): TimeTicks {
  if (interval === 'year') return { starts: everyNth(starts, most), label: 'year' };
  const firstOf = (length: number) =>
    starts.filter((start, index) => start.slice(0, length) !== starts[index - 1]?.slice(0, length));
  const years = firstOf(4).filter((start, index) => index > 0 || startsYear(start, interval));
  if (years.length >= 2) return { starts: everyNth(years, most), label: 'year' };
  const months = firstOf(7).filter((start, index) => index > 0 || Number(start.slice(8)) <= 7);
  return months.length >= 2 ? { starts: everyNth(months, most), label: 'month' } : { starts: everyNth(starts, most), label: 'day' };
}

/** A week that begins a year starts up to six days into it. */
function startsYear(start: IsoDate, interval: Interval): boolean {
  return start.slice(5, 7) === '01' && Number(start.slice(8)) <= (interval === 'week' ? 7 : 1);
}

/** Round steps of a count axis from 0 up to at least the greatest value: at most five. Counts have no half steps. */
export function countTicks(greatest: number): number[] {
  return roundTicks(greatest, Number.isInteger);
}

/** The same for rates, which may have any steps. */
export function rateTicks(greatest: number): number[] {
  return roundTicks(greatest, () => true);
}

function roundTicks(greatest: number, isPossible: (step: number) => boolean): number[] {
  if (greatest <= 0) return [0, 1];
  const rough = greatest / 4;
  const scale = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * scale).filter((one) => one >= rough && isPossible(one));
  const step = steps[0] ?? 1;
  return Array.from({ length: Math.ceil(greatest / step) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
