import { columnsQuery, exportFormat, type ExportFormatName, type Problem, type ProblemCode, type Sort } from '@monitor/contract';
import type { Measure } from '@monitor/domain';

const base = '/api/v1';

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
  not_ready: 'failed',
};

/** What went wrong with one request. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly kind: FailureKind;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Undefined where it was not the API that answered. */
  readonly code: ProblemCode | undefined;
  /** Seconds after which asking again makes sense, where the server said so. */
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(
    kind: FailureKind,
    answer: {
      readonly status: number;
      readonly message: string;
      readonly code?: ProblemCode | undefined;
      readonly retryAfter?: number | undefined;
      readonly requestId?: string | undefined;
    },
    options?: ErrorOptions,
  ) {
    super(answer.message, options);
    this.kind = kind;
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfter = answer.retryAfter;
    this.requestId = answer.requestId;
  }
}

/**
 * Asks the API for JSON. The signal cancels the request, and with it the work on the server.
 * Throws `RequestError`, or the signal's own error when it was cancelled.
 */
export async function getJson<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await ask(`${base}${path}`, { signal, headers: { accept: 'application/json' } });
  try {
    return (await response.json()) as Answer;
  } catch (cause) {
    signal.throwIfAborted();
    throw new RequestError('failed', { status: response.status, message: 'The answer is not what was expected' }, { cause });
  }
}

/** What an answer says before its body, which is not wanted. Throws as `getJson` does. */
export async function getHeaders(address: string, signal: AbortSignal): Promise<Headers> {
  const response = await ask(address, { method: 'HEAD', signal });
  return response.headers;
}

/** The body of an answer as it arrives, of any size. Throws as `getJson` does. */
export async function getBody(address: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const { body } = await ask(address, { signal });
  return body ?? new Blob().stream();
}

/** Address of the description of the columns of a file. @param columns names; all of them where left out */
export function metadataAddress(query: string, columns?: readonly string[]): string {
  return withQuery(`${base}/incidents.metadata.json`, query, columnsQuery(columns));
}

/** An answer that says yes. Throws `RequestError`, or the signal's own error when the request was cancelled. */
async function ask(address: string, request: RequestInit & { readonly signal: AbortSignal }): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch (cause) {
    request.signal.throwIfAborted();
    throw new RequestError('unreachable', { status: 0, message: 'No answer from the server' }, { cause });
  }
  if (response.ok) return response;
  const error = await requestError(response);
  request.signal.throwIfAborted();
  throw error;
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

/** The seconds of a header `Retry-After`, which holds them or a time; undefined where it holds neither. */
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

/** Joins the parts of a query string that are not empty. */
export function withQuery(path: string, ...parts: readonly string[]): string {
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

export interface ExportChoices {
  /** Names of columns; all of them where left out. */
  readonly columns?: readonly string[] | undefined;
  readonly hxl?: boolean;
  /** Whether with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** The order of the rows of a file for people to read; undefined for a file for programs. */
  readonly readable?: { readonly sort: Sort; readonly measure: Measure } | undefined;
}

/** Address of the download of exactly what the filter selects, as CSV. */
export function csvAddress(query: string, choices: ExportChoices = {}): string {
  return exportAddress('csv', query, choices);
}

/** The same in any format. */
export function exportAddress(
  format: ExportFormatName,
  query: string,
  { columns, hxl = false, bom = false, readable }: ExportChoices = {},
): string {
  const measured = readable !== undefined && readable.measure !== 'incidents' && readable.sort.endsWith('amount');
  return withQuery(
    `${base}/incidents.${exportFormat(format).extension}`,
    query,
    readable === undefined ? '' : `style=readable&sort=${readable.sort}`,
    measured ? `measure=${readable.measure}` : '',
    columnsQuery(columns),
    hxl ? 'hxl=1' : '',
    bom ? 'bom=1' : '',
  );
}

/** Address of the indicators as a file. */
export function indicatorsAddress(query: string, format: 'csv' | 'xlsx'): string {
  return withQuery(`${base}/indicators.${format}`, query);
}

/** Address of the readable page of the API. */
export const apiPage = '/api/docs';

/** The file name of a `Content-Disposition` header, the full one of RFC 5987 where it is given. */
export function fileName(contentDisposition: string | null): string | undefined {
  if (contentDisposition === null) return undefined;
  const full = /filename\*=UTF-8''([^;]+)/i.exec(contentDisposition)?.[1];
  if (full !== undefined) {
    try {
      return decodeURIComponent(full);
    } catch {
      // The plain name follows.
    }
  }
  return /filename="([^"]+)"/i.exec(contentDisposition)?.[1];
}
