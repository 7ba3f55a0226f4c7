import { type Problem, type ProblemCode, problemCodes } from '@monitor/contract';

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

/** The body of a problem, as in RFC 9457. */
export function problemBody(problem: ProblemError, requestId?: string): Problem {
  const { status, title } = problemCodes[problem.code];
  return {
    type: `/api/docs#${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.message,
    ...(requestId === undefined ? {} : { requestId }),
    ...(problem.problems === undefined ? {} : { problems: problem.problems.map(problemItem) }),
    ...(problem.removal === undefined ? {} : { removal: problem.removal }),
  };
}

function problemItem({ allowed, ...rest }: ParameterProblem): NonNullable<Problem['problems']>[number] {
  return allowed === undefined ? rest : { ...rest, allowed: [...allowed] };
}
