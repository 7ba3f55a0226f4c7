import { rateTicks } from './axis-ticks.ts';

/** How many times the highest rate an interval may stretch the axis: that of a very small place would press the others together. */
const mostStretch = 1.4;

/** The axis of several rates, from 0. */
export function rateAxis(rates: readonly { readonly rate: number; readonly high: number }[]): {
  readonly ticks: readonly number[];
  readonly end: number;
} {
  const highest = Math.max(0, ...rates.map(({ rate }) => rate));
  const reach = Math.max(0, ...rates.map(({ high }) => high));
  const end = Math.min(reach, mostStretch * highest) || 1;
  return { ticks: rateTicks(end).filter((tick) => tick <= end), end };
}
