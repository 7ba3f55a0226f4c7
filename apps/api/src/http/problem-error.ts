import type { Problem, ProblemCode } from '@monitor/contract';

/** What is wrong with one parameter, and what it takes. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly code: string;
  /** As given, cut to 100 characters. */
  readonly value: string;
  readonly message: string;
  readonly allowed?: readonly string[];
}

/** What an answer has beside its sentence. */
interface ProblemDetails {
  /** What is wrong with each parameter. */
  readonly problems?: readonly ParameterProblem[];
  /** What the incident was part of, and when it was removed. */
  readonly removal?: Problem['removal'];
  /** Response headers that belong to the answer, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere under a route to answer with one of the contract's problems. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly problems: ProblemDetails['problems'];
  readonly removal: ProblemDetails['removal'];
  readonly headers: NonNullable<ProblemDetails['headers']>;

  /** @param detail a sentence for people: what happened and what to do. */
  constructor(code: ProblemCode, detail: string, { problems, removal, headers = {} }: ProblemDetails = {}) {
    super(detail);
    this.code = code;
    this.problems = problems;
    this.removal = removal;
    this.headers = headers;
  }
}
