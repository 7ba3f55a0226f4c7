import type { DimensionName } from '@monitor/domain';

/** The lists of the panel's sections that start open: their counts come with the summary. */
export const openLists = ['country', 'type', 'outcome'] as const satisfies readonly DimensionName[];
