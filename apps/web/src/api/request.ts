import type { Problem, ProblemCode } from '@monitor/contract';
import { siteThread } from './site.ts';
import { noteVersion, threadOf } from './thread-of.ts';

/* Requests of the page and of the map's worker, which must have no more than this. */

/**
 * What a person can do about a failed request. `unreachable`: no answer of the API at all; `failed`: it is in trouble at the
 * moment; `busy`: it asks to be called again later; `too_slow`: the request takes too long; `refused`: it rejects the request.
 */
export type FailureKind = 'unreachable' | 'failed' | 'busy' | 'too_slow' | 'refused';

/** What each code of the API means for a person. Its status says less: 503 has four meanings. */
const kindsOfCodes: Readonly<Record<ProblemCode, FailureKind>> = {
  bad_query: 'refused',
  bad_cursor: 'refused',
  bad_request: 'refused',
  not_found: 'refused',
  method_not_allowed: 'refused',
  removed: 'refused',
  request_timeout: 'failed',
  body_too_large: 'refused',
  address_too_long: 'refused',
  range_not_satisfiable: 'refused',
  too_many_incidents: 'refused',
  too_many_requests: 'busy',
  expectation_failed: 'refused',
  wrong_host: 'refused',
  headers_too_large: 'refused',
  internal_error: 'failed',
  database_unavailable: 'failed',
  too_busy: 'busy',
  took_too_long: 'too_slow',
  too_many_downloads: 'busy',
  behind: 'busy',
  not_ready: 'failed',
};

/** What went wrong with one request. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly kind: FailureKind;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Undefined if it was not the API that answered. */
  readonly code: ProblemCode | undefined;
  /** Seconds after which asking again makes sense, where the server said so. */
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;
  /** What the incident was part of, and when it was removed; of the code `removed`. */
  readonly removal: Problem['removal'];

  constructor(
    kind: FailureKind,
    answer: {
      readonly status: number;
      readonly message: string;
      readonly code?: ProblemCode | undefined;
      readonly retryAfter?: number | undefined;
      readonly requestId?: string | undefined;
      readonly removal?: Problem['removal'];
    },
    options?: ErrorOptions,
  ) {
    super(answer.message, options);
    this.kind = kind;
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfter = answer.retryAfter;
    this.requestId = answer.requestId;
    this.removal = answer.removal;
  }
}

/** Whether a page failed since there is none with its address. */
export function isNoPage(error: Error | null): boolean {
  return error instanceof RequestError && error.code === 'not_found';
}

/** An answer that says yes. Throws `RequestError`, or the signal's own error when the request was cancelled. */
export async function ask(address: string, request: RequestInit & { readonly signal: AbortSignal }): Promise<Response> {
  // What a thread of the page cannot answer for a server, the server can.
  const orServer = (error: unknown) => {
    request.signal.throwIfAborted();
    if (siteThread() !== undefined) throw error;
    return fetch(address, request);
  };
  let response: Response;
  try {
    response = await (threadOf(address)?.ask(address, methodOf(request), request.signal).catch(orServer) ??
      fetch(address, request));
    noteVersion(response.headers.get('dataset-version'));
  } catch (cause) {
    request.signal.throwIfAborted();
    throw new RequestError('unreachable', { status: 0, message: 'No answer from the server' }, { cause });
  }
  if (response.ok) return response;
  const error = await requestError(response);
  request.signal.throwIfAborted();
  throw error;
}

function methodOf({ method }: RequestInit): 'GET' | 'HEAD' {
  return method === 'HEAD' ? 'HEAD' : 'GET';
}

async function requestError(response: Response): Promise<RequestError> {
  const problem = await readProblem(response);
  const { status } = response;
  const code = isProblemCode(problem?.code) ? problem.code : undefined;
  return new RequestError(code === undefined ? kindOfStatus(status) : kindsOfCodes[code], {
    status,
    message: problem?.detail ?? `The server answered ${status}`,
    code,
    retryAfter: secondsToWait(response.headers.get('retry-after')),
    requestId: problem?.requestId,
    removal: problem?.removal,
  });
}

function isProblemCode(code: string | undefined): code is ProblemCode {
  return code !== undefined && Object.hasOwn(kindsOfCodes, code);
}

/** For answers that are not the API's own: a proxy in front answers 502 to 504 for a server that is not there. */
function kindOfStatus(status: number): FailureKind {
  if (status === 429) return 'busy';
  if (status >= 502 && status <= 504) return 'unreachable';
  return status >= 500 ? 'failed' : 'refused';
}

/** The seconds of a header `Retry-After`, which holds them or a time; undefined if it holds neither. */
function secondsToWait(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header);
  const time = Date.parse(header);
  return Number.isNaN(time) ? undefined : Math.max(0, (time - Date.now()) / 1000);
}

async function readProblem(response: Response): Promise<Partial<Problem> | undefined> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return undefined;
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return undefined;
  }
}
