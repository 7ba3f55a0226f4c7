import type { VectorTile, VectorTileLayer } from '@mapbox/vector-tile';
import { expect, test } from 'vitest';
import { boundsOfTile, parseBounds } from './tile-bounds.ts';

function layerOf(features: readonly { readonly bounds?: string; readonly at?: [number, number] }[]): VectorTileLayer {
  const feature = (index: number) => ({
    properties: { bounds: features[index]?.bounds },
    toGeoJSON: () => ({ geometry: { type: 'Point', coordinates: features[index]?.at } }),
  });
  return { length: features.length, feature } as unknown as VectorTileLayer;
}

const tileOf = (layers: VectorTile['layers']) => ({ layers });

test('bounds are four numbers of degrees, and nothing else is', () => {
  expect(parseBounds('20.1,44.2,20.9,44.9')).toEqual([20.1, 44.2, 20.9, 44.9]);
  for (const text of ['', 'undefined', '20.1,44.2,20.9', '20.1,44.2,20.9,44.9,1', '20.1,44.2,east,44.9'])
    expect(parseBounds(text)).toBeUndefined();
});

test('the bounds of a tile hold its cells and its single incidents', () => {
  const cells = layerOf([{ bounds: '20.1,44.2,20.9,44.9' }, { bounds: '19,43,20,44' }]);
  expect(boundsOfTile(tileOf({ cells, incidents: layerOf([{ at: [22, 41] }]) }))).toEqual([19, 41, 22, 44.9]);
  expect(boundsOfTile(tileOf({}))).toBeUndefined();
});

test('a cell without usable bounds does not spoil those of the others', () => {
  const cells = layerOf([{ bounds: '20.1,44.2,20.9,44.9' }, { bounds: '19,43' }, {}]);
  expect(boundsOfTile(tileOf({ cells }))).toEqual([20.1, 44.2, 20.9, 44.9]);
});

test('the bounds of incidents on both sides of the 180th meridian cross it', () => {
  const cells = layerOf([{ bounds: '177.2,-18.2,178.7,-17.3' }, { bounds: '-179.9,-16.9,-179.8,-16.6' }]);
  expect(boundsOfTile(tileOf({ cells }))).toEqual([177.2, -18.2, -179.8, -16.6]);
});
