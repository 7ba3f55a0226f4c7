import type { ProblemCode } from '@monitor/contract';

/** What a client is told who may come back later: more is requested than can be answered in time. */
const refusals: readonly ProblemCode[] = ['too_busy', 'too_many_downloads'];

export function isRefusal(code: string): boolean {
  return refusals.some((refusal) => refusal === code);
}
