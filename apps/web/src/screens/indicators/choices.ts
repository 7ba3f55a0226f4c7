import { indicatorRowChoices } from '@monitor/contract';

/** Whether Indicators has columns of each location: by itself where the window has room. */
export const indicatorChoices = { indicators: ['auto', ...indicatorRowChoices] } as const;
