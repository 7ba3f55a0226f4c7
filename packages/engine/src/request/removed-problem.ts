import type { Problem } from '@monitor/contract';
import { ProblemError } from './problem-error.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The answer for the address of an incident that was removed. */
export function removedProblem(removal: NonNullable<Problem['removal']>): ProblemError {
  return new ProblemError(
    'removed',
    `This incident was part of the dataset “${removal.dataset_title}”. It was removed on ${day.format(new Date(removal.removed_on))} and is no longer available.`,
    { removal },
  );
}
