import { normalQuantile } from './normal-quantile.ts';

/**
 * 95% interval of a Poisson count by Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research, volume II,
 * section 2.3), close to the exact one from 0 events on. Throws `RangeError` on a count below zero.
 */
export function countInterval(events: number): { readonly low: number; readonly high: number } {
  if (!(events >= 0)) throw new RangeError('A count is at least 0');
  const bound = (count: number, quantile: number) => count * (1 - 1 / (9 * count) + quantile / (3 * Math.sqrt(count))) ** 3;
  return { low: events === 0 ? 0 : bound(events, -normalQuantile), high: bound(events + 1, normalQuantile) };
}
