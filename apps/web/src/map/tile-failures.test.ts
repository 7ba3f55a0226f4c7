import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, test, vi } from 'vitest';
import { TileFailures } from './tile-failures.ts';

const tile = { tileID: { canonical: { x: 1, y: 2, z: 3 } } };

function fakeMap() {
  const refreshTiles = vi.fn<(source: string, tiles: object[]) => void>();
  return { refreshTiles, map: { getSource: () => ({ type: 'vector' }), refreshTiles } as unknown as MapLibreMap };
}

test('errors without a source are none of its business', () => {
  const failures = new TileFailures();
  expect([failures.note({}), failures.any]).toEqual([false, false]);
  expect([failures.note({ sourceId: 'incidents', tile }), failures.any]).toEqual([true, true]);
});

test('failed tiles are requested again by name, once', () => {
  const { map, refreshTiles } = fakeMap();
  const failures = new TileFailures();
  failures.note({ sourceId: 'incidents', tile });
  failures.retry(map);
  failures.retry(map);
  expect(refreshTiles.mock.calls).toEqual([['incidents', [{ x: 1, y: 2, z: 3 }]]]);
});

test('what is gone is not requested again', () => {
  const { map, refreshTiles } = fakeMap();
  const failures = new TileFailures();
  failures.note({ sourceId: 'incidents', tile });
  expect([failures.has('incidents'), failures.has('land')]).toEqual([true, false]);
  failures.forget('incidents');
  failures.retry(map);
  expect(failures.any).toBe(false);
  expect(refreshTiles).not.toHaveBeenCalled();
});

test('the longest time that the server asked to wait counts', () => {
  vi.useFakeTimers();
  const failures = new TileFailures();
  failures.note({ sourceId: 'land' });
  expect(failures.askedToWait).toBe(0);
  for (const retryAfter of [20, 5]) failures.note({ sourceId: 'incidents', tile, error: { retryAfter } });
  vi.advanceTimersByTime(8000);
  expect(failures.askedToWait).toBe(12_000);
  vi.useRealTimers();
});
