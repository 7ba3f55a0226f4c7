import { seriesSplits, units } from '@monitor/contract';

/** How Trends draws its series: per what, split by which list, and how the parts are shown, which `auto` leaves to what they are. */
export const trendChoices = {
  /** `auto`: rates of locations, and else counts. */
  unit: ['auto', ...units],
  split: seriesSplits,
  show: ['auto', 'lines', 'stacked', 'multiples'],
  tables: ['closed', 'open'],
} as const;
