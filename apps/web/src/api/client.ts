import type { Problem } from '@monitor/contract';

const base = '/api/v1';

/** What went wrong with one request, told apart by what a person can do about it. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** `unreachable`: no answer at all; `refused`: the server understood and says no; `failed`: the server is in trouble. */
  readonly kind: 'unreachable' | 'refused' | 'failed';
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(
    kind: RequestError['kind'],
    status: number,
    message: string,
    options?: ErrorOptions & { requestId?: string | undefined },
  ) {
    super(message, options);
    this.kind = kind;
    this.status = status;
    this.requestId = options?.requestId;
  }
}

/**
 * Asks the API for JSON. The signal cancels the request, and with it the work on the server.
 * Throws `RequestError`, or the signal's own error when it was cancelled.
 */
export async function getJson<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${base}${path}`, { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    signal.throwIfAborted();
    throw new RequestError('unreachable', 0, 'No answer from the server', { cause });
  }
  if (!response.ok) throw await requestError(response);
  try {
    return (await response.json()) as Answer;
  } catch (cause) {
    signal.throwIfAborted();
    throw new RequestError('failed', response.status, 'The answer is not what was expected', { cause });
  }
}

/** One header of an answer whose body is not wanted; null where it has none. Throws as `getJson` does. */
export async function getHeader(address: string, name: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(address, { method: 'HEAD', signal });
  if (!response.ok) throw await requestError(response);
  return response.headers.get(name);
}

async function requestError(response: Response): Promise<RequestError> {
  const problem = await readProblem(response);
  // A proxy in front answers 502 to 504 for a server that is not there.
  const { status } = response;
  const kind = status >= 502 && status <= 504 ? 'unreachable' : status >= 500 ? 'failed' : 'refused';
  return new RequestError(kind, status, problem?.detail ?? `The server answered ${status}`, { requestId: problem?.requestId });
}

async function readProblem(response: Response): Promise<Partial<Problem> | undefined> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return undefined;
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return undefined;
  }
}

/** Joins the parts of a query string that are not empty. */
export function withQuery(path: string, ...parts: readonly string[]): string {
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** Address of the download of exactly what the filter selects. */
export function csvAddress(query: string, withHxl: boolean): string {
  return withQuery(`${base}/incidents.csv`, query, withHxl ? 'hxl=1' : '');
}

/** Address of the readable page of the API. */
export const apiPage = '/api/docs';
