import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, test, vi } from 'vitest';
import { TileFailures } from './tile-failures.ts';

const tile = { tileID: { canonical: { x: 1, y: 2, z: 3 } } };

function fakeMap() {
  const source = { type: 'vector', tiles: ['old'], setTiles: vi.fn<(tiles: string[]) => void>() };
  const refreshTiles = vi.fn<(source: string, tiles: object[]) => void>();
  const listeners = new Set<() => void>();
  const state = { loaded: true };
  const map = {
    getSource: () => source,
    isSourceLoaded: () => state.loaded,
    on: (_event: string, listener: () => void) => listeners.add(listener),
    off: (_event: string, listener: () => void) => listeners.delete(listener),
    refreshTiles,
  } as unknown as MapLibreMap;
  return { source, refreshTiles, map, state, fire: () => listeners.forEach((listener) => listener()) };
}

test('errors without a source are none of its business', () => {
  const failures = new TileFailures();
  expect([failures.note({}), failures.any]).toEqual([false, false]);
  expect([failures.note({ sourceId: 'incidents', tile }), failures.any]).toEqual([true, true]);
});

test('failed tiles are asked for again by name, once', () => {
  const { map, refreshTiles } = fakeMap();
  const failures = new TileFailures();
  failures.note({ sourceId: 'incidents', tile });
  failures.retry(map);
  failures.retry(map);
  expect(refreshTiles.mock.calls).toEqual([['incidents', [{ x: 1, y: 2, z: 3 }]]]);
});

test('a new address frees tiles that failed', () => {
  const { map, source, refreshTiles } = fakeMap();
  const failures = new TileFailures();
  failures.changeAddress(map, 'incidents', ['first']);
  expect(refreshTiles).not.toHaveBeenCalled();
  failures.note({ sourceId: 'incidents', tile });
  failures.changeAddress(map, 'incidents', ['second']);
  expect(source.tiles).toEqual(['second']);
  expect(refreshTiles).toHaveBeenCalledOnce();
  expect(source.setTiles.mock.calls).toEqual([[['first']], [['second']]]);
  expect(failures.any).toBe(false);
});

test('while tiles are on their way the newest address waits for them', () => {
  const { map, source, state, fire } = fakeMap();
  const failures = new TileFailures();
  state.loaded = false;
  failures.changeAddress(map, 'incidents', ['first']);
  failures.changeAddress(map, 'incidents', ['second']);
  fire();
  expect(source.setTiles).not.toHaveBeenCalled();
  state.loaded = true;
  fire();
  fire();
  expect(source.setTiles.mock.calls).toEqual([[['second']]]);
});
