import type { Removal } from '@monitor/store';
import { ProblemError } from '@monitor/engine';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The answer for the address of an incident that was removed. */
export function removedProblem({ title, removed_on }: Removal): ProblemError {
  return new ProblemError(
    'removed',
    `This incident was part of the dataset “${title}”. It was removed on ${day.format(new Date(removed_on))} and is no longer available.`,
    { removal: { dataset_title: title, removed_on } },
  );
}
