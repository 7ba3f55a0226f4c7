import { afterEach, expect, test, vi } from 'vitest';
import { csvAddress, getJson, RequestError, withQuery } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (response: Response | Error) =>
  vi.stubGlobal('fetch', () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));
const failure = async (signal = new AbortController().signal) => getJson('/summary', signal).catch((error: unknown) => error);

test('a query string is joined without empty parts', () => {
  expect(withQuery('/summary', '', 'interval=auto')).toBe('/summary?interval=auto');
  expect(withQuery('/summary', '', '')).toBe('/summary');
  expect(csvAddress('country=RS', true)).toBe('/api/v1/incidents.csv?country=RS&hxl=1');
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

test('a cancelled request is no failure of the server', async () => {
  const control = new AbortController();
  control.abort();
  answering(new DOMException('aborted', 'AbortError'));
  expect(await failure(control.signal)).not.toBeInstanceOf(RequestError);
});

test('an answer that is no JSON is told apart', async () => {
  answering(new Response('<html>', { status: 200 }));
  expect(await failure()).toMatchObject({ kind: 'failed', status: 200 });
});
