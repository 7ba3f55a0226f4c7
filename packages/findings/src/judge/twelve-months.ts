import type { Summary } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter, intervalStart, nextIntervalStart, type Period } from '@monitor/domain';

/** Twelve months each, as far back as the data goes, oldest first; the last of them end with the month of a day. */
export function twelveMonthsTo(day: string, { period: held }: Pick<Summary, 'period'>): Period[] {
  const period = yearBefore({ from: nextIntervalStart(intervalStart(day, 'month'), 'month') });
  const found = [period];
  const first = held?.from ?? period.from;
  for (let window = yearBefore(period); window.from >= first; window = yearBefore(window)) found.unshift(window);
  return found;
}

/** The twelve months before a day that begins a month. */
export function yearBefore({ from }: Pick<Period, 'from'>): Period {
  const year = Number(from.slice(0, 4)) - 1;
  return { from: `${year}${from.slice(4)}`, to: dateOfDay(dayNumber(from) - 1) };
}

/** The last twelve whole months of some data; of shorter data the whole months that it has or, if it has none, its days. */
export function lastTwelveMonths({ from, to }: Period): Period {
  const dayAfter = dateOfDay(dayNumber(to) + 1);
  const months = yearBefore({ from: intervalStart(dayAfter, 'month') });
  if (from <= months.from) return months;
  const first = nextIntervalStart(intervalStart(dateOfDay(dayNumber(from) - 1), 'month'), 'month');
  return first < months.to ? { from: first, to: months.to } : { from, to };
}

/** The filter with the last twelve whole months of the data where it has no period. */
export function withPeriod(filter: Filter, coverage: Period): Filter {
  return filter.from === undefined && filter.to === undefined ? { ...filter, ...lastTwelveMonths(coverage) } : filter;
}
