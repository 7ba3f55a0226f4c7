import { afterEach, expect, test, vi } from 'vitest';
import { fileName, getHeaders, getJson, withQuery } from './client.ts';
import { csvAddress } from './file-address.ts';
import { RequestError } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (response: Response | Error) =>
  vi.stubGlobal('fetch', () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
const failure = async (signal = new AbortController().signal) => getJson('/summary', signal).catch((error: unknown) => error);

test('a query string is joined without empty parts', () => {
  expect(withQuery('/summary', '', 'interval=auto')).toBe('/summary?interval=auto');
  expect(withQuery('/summary', '', '')).toBe('/summary');
  expect(csvAddress('country=RS', { hxl: true, bom: true })).toBe('/api/v1/incidents.csv?country=RS&hxl=1&bom=1');
  expect(csvAddress('')).toBe('/api/v1/incidents.csv');
  expect(csvAddress('country=RS', { readable: { sort: '-amount', measure: 'weapons' } })).toBe(
    '/api/v1/incidents.csv?country=RS&style=readable&headings=1&sort=-amount&measure=weapons',
  );
  expect(csvAddress('', { readable: { sort: 'place', measure: 'weapons' } })).toBe(
    '/api/v1/incidents.csv?style=readable&headings=1&sort=place',
  );
});

test('a problem of the API becomes an error that says what it said', async () => {
  answering(
    Response.json(
      { code: 'bad_query', detail: 'There is no parameter "wepon".', requestId: 'r-1' },
      { status: 400, headers: { 'content-type': 'application/problem+json' } },
    ),
  );
  const error = await failure();
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject({ kind: 'refused', status: 400, message: 'There is no parameter "wepon".', requestId: 'r-1' });
});

test('no answer, and a gateway that has none, are the same to a person: the server cannot be reached', async () => {
  answering(new TypeError('Failed to fetch'));
  expect(await failure()).toMatchObject({ kind: 'unreachable', status: 0 });
  answering(new Response('<html>Bad gateway</html>', { status: 502 }));
  expect(await failure()).toMatchObject({ kind: 'unreachable', status: 502 });
  answering(new Response('oops', { status: 500 }));
  expect(await failure()).toMatchObject({ kind: 'failed', status: 500 });
});

/** A problem as the API writes it. */
const problem = (status: number, code: string, headers: Readonly<Record<string, string>> = {}) =>
  Response.json(
    { code, detail: `Detail of ${code}` },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );

test.each([
  [400, 'bad_query', 'refused'],
  [429, 'too_many_requests', 'busy'],
  [500, 'internal_error', 'failed'],
  [503, 'database_unavailable', 'failed'],
  [503, 'not_ready', 'failed'],
  [503, 'too_many_downloads', 'busy'],
  [503, 'too_busy', 'busy'],
  [503, 'took_too_long', 'too_slow'],
])('%i %s is recognised by its code: %s', async (status, code, kind) => {
  answering(problem(status, code));
  expect(await failure()).toMatchObject({ kind, status, code });
});

test('a status without a code, from a server that is not ours, decides alone', async () => {
  answering(new Response('slow down', { status: 429 }));
  expect(await failure()).toMatchObject({ kind: 'busy', code: undefined });
  answering(problem(418, 'of_another_program'));
  expect(await failure()).toMatchObject({ kind: 'refused', code: undefined });
});

test('when to ask again is as the server says, in seconds or as a time', async () => {
  answering(problem(429, 'too_many_requests', { 'retry-after': '7' }));
  expect(await failure()).toMatchObject({ retryAfter: 7 });
  answering(problem(429, 'too_many_requests', { 'retry-after': new Date(Date.now() + 20_000).toUTCString() }));
  const { retryAfter } = (await failure()) as RequestError;
  expect(retryAfter).toBeGreaterThan(17);
  expect(retryAfter).toBeLessThanOrEqual(20);
  answering(problem(429, 'too_many_requests', { 'retry-after': 'later' }));
  expect(await failure()).toMatchObject({ retryAfter: undefined });
});

test('requests for headers have the same errors', async () => {
  const header = async (signal = new AbortController().signal) => getHeaders('/file', signal).catch((error: unknown) => error);
  answering(new Response(null, { headers: { 'content-disposition': 'attachment' } }));
  expect(((await header()) as Headers).get('content-disposition')).toBe('attachment');
  answering(new TypeError('Failed to fetch'));
  expect(await header()).toMatchObject({ name: 'RequestError', kind: 'unreachable', status: 0 });
  answering(new Response(null, { status: 404 }));
  expect(await header()).toMatchObject({ kind: 'refused', status: 404 });
  const control = new AbortController();
  control.abort();
  answering(new DOMException('aborted', 'AbortError'));
  expect(await header(control.signal)).not.toBeInstanceOf(RequestError);
});

test('a cancelled request is not a failure of the server', async () => {
  const control = new AbortController();
  control.abort();
  answering(new DOMException('aborted', 'AbortError'));
  expect(await failure(control.signal)).not.toBeInstanceOf(RequestError);
});

test('an answer that is not JSON is recognised', async () => {
  answering(new Response('<html>', { status: 200 }));
  expect(await failure()).toMatchObject({ kind: 'failed', status: 200 });
});

test('the full name is preferred, the plain one is understood', () => {
  expect(fileName(`attachment; filename="q-Ni.csv"; filename*=UTF-8''q-%D0%9D%D0%B8%D1%88.csv`)).toBe('q-Ниш.csv');
  expect(fileName('attachment; filename="all.csv"')).toBe('all.csv');
  expect(fileName(`attachment; filename="all.csv"; filename*=UTF-8''%E0%A4%A`)).toBe('all.csv');
  expect(fileName('inline')).toBeUndefined();
  expect(fileName(null)).toBeUndefined();
});
