import type { ProblemCode } from '@monitor/contract';

/** What is wrong with one parameter, and what it takes. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly code: string;
  /** As given, cut to 100 characters. */
  readonly value: string;
  readonly message: string;
  readonly allowed?: readonly string[];
}

/** Thrown anywhere under a route to answer with one of the contract's problems. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  /** What is wrong with each parameter. */
  readonly problems: readonly ParameterProblem[] | undefined;
  /** Response headers that belong to the answer, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail a sentence for people: what happened and what to do. */
  constructor(
    code: ProblemCode,
    detail: string,
    options: { readonly problems?: readonly ParameterProblem[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.code = code;
    this.problems = options.problems;
    this.headers = options.headers ?? {};
  }
}
