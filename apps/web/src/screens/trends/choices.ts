import { seriesSplits, units } from '@monitor/contract';

/** How Trends draws its series: per what, split by which list, and how the parts are shown. */
export const trendChoices = { unit: units, split: seriesSplits, show: ['lines', 'stacked', 'multiples'] } as const;
