import { intervals } from '@monitor/domain';

/** Lengths of a step of the series that can be requested; `auto` is the one that suits the period. */
export const intervalChoices = ['auto', ...intervals] as const;
export type IntervalChoice = (typeof intervalChoices)[number];
