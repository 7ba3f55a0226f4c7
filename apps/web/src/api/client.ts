import { exportFormat, type ExportFormatName, type Sort } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { ask, RequestError } from './request.ts';

const base = '/api/v1';

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

/** Address of the description of the columns of a file. @param columns as in `ExportChoices` */
export function metadataAddress(query: string, columns: string): string {
  return withQuery(`${base}/incidents.metadata.json`, query, columns);
}

/** Joins the parts of a query string that are not empty. */
export function joinedQuery(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('&');
}

export function withQuery(path: string, ...parts: readonly string[]): string {
  const query = joinedQuery(...parts);
  return query === '' ? path : `${path}?${query}`;
}

export interface ExportChoices {
  /** What `columnsQuery` makes of their names, which needs the list of all columns: only the dialog of downloads loads it. */
  readonly columns?: string;
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
  { columns = '', hxl = false, bom = false, readable }: ExportChoices = {},
): string {
  const measured = readable !== undefined && readable.measure !== 'incidents' && readable.sort.endsWith('amount');
  return withQuery(
    `${base}/incidents.${exportFormat(format).extension}`,
    query,
    readable === undefined ? '' : `style=readable&headings=1&sort=${readable.sort}`,
    measured ? `measure=${readable.measure}` : '',
    columns,
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
