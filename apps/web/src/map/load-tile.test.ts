import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tileAddress } from './incident-tiles.ts';
import { loadTile } from './load-tile.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const busy = (seconds: number) =>
  Response.json(
    { code: 'too_busy', detail: 'Busy' },
    { status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': String(seconds) } },
  );
const tile = () => new Response(new Uint8Array([1, 2, 3]), { headers: { etag: 'W/"1"' } });

/** Seconds at which a server that gives these answers, and the last of them for ever, is asked. */
function serving(...answers: (() => Response)[]): number[] {
  const start = Date.now();
  const asked: number[] = [];
  vi.stubGlobal('fetch', (_path: string, { signal }: RequestInit) => {
    signal?.throwIfAborted();
    asked.push((Date.now() - start) / 1000);
    return Promise.resolve((answers[asked.length - 1] ?? answers.at(-1)!)());
  });
  return asked;
}

const load = (controller = new AbortController()) =>
  loadTile({ url: 'patient:///api/v1/tiles/3/4/5.mvt' }, controller).catch((error: unknown) => error);

test('a tile that a busy server refused is requested again when it said', async () => {
  const asked = serving(
    () => busy(2),
    () => busy(1),
    tile,
  );
  const loading = load();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await loading).toEqual({ data: new Uint8Array([1, 2, 3]).buffer, etag: 'W/"1"' });
  expect(asked).toEqual([0, 2, 3]);
});

test('after a few refusals, or where the wait is long, the map is told, with how long to wait', async () => {
  const asked = serving(() => busy(1));
  const loading = load();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await loading).toMatchObject({ code: 'too_busy', retryAfter: 1 });
  expect(asked).toEqual([0, 1, 2, 3.6]);

  const askedOnce = serving(() => busy(40));
  expect(await load()).toMatchObject({ code: 'too_busy', retryAfter: 40 });
  expect(askedOnce).toEqual([0]);
});

test('a tile that is not needed any more is not requested again', async () => {
  const asked = serving(() => busy(2));
  const controller = new AbortController();
  const loading = load(controller);
  await vi.advanceTimersByTimeAsync(1000);
  controller.abort();
  expect(await loading).toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([0]);
});

test('tiles are checked with the server once the data have changed', async () => {
  const fetched = vi.fn<(path: string, request: RequestInit) => Promise<Response>>(() => Promise.resolve(tile()));
  vi.stubGlobal('fetch', fetched);
  for (const version of [undefined, 7])
    await loadTile({ url: tileAddress('country=RS', 'incidents', version) }, new AbortController());
  expect(fetched.mock.calls.map(([path, { cache }]) => [path, cache])).toEqual([
    ['/api/v1/tiles/{z}/{x}/{y}.mvt?country=RS', 'default'],
    ['/api/v1/tiles/{z}/{x}/{y}.mvt?country=RS#version=7', 'no-cache'],
  ]);
});
