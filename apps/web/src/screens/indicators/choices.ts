import { indicatorRowChoices } from '@monitor/contract';

/** Whether Indicators has a table of each location. */
export const indicatorChoices = { indicators: indicatorRowChoices } as const;
