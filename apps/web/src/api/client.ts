import { ask, RequestError } from './request.ts';

/** Where the API is. */
export const base = '/api/v1';

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

/** Joins the parts of a query string that are not empty. */
export function joinedQuery(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('&');
}

export function withQuery(path: string, ...parts: readonly string[]): string {
  const query = joinedQuery(...parts);
  return query === '' ? path : `${path}?${query}`;
}

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
