import type { Problem, ProblemCode } from '@monitor/contract';

/** What a client is told who may come back later: more is requested than can be answered in time. */
const refusals: readonly ProblemCode[] = ['too_busy', 'too_many_downloads'];

export function isRefusal(code: string): boolean {
  return refusals.some((refusal) => refusal === code);
}

/** The code of an answer that is a problem. */
export function problemCodeOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as Problem).code;
  } catch {
    return undefined;
  }
}
