import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { encodeTile } from './encode-tile.ts';

const missing = { killedNotReported: 2, injuredNotReported: 0 };
const decode = (tile: Uint8Array | undefined) => new VectorTile(new PbfReader(tile ?? new Uint8Array()));

test('cells and incidents come back from the tile as they went in', () => {
  const cell = { country: 'RS', count: 12, killed: 3, injured: 0, ...missing, types: 'other:12', bounds: '19.5,42,20,43.25' };
  const incident = { id: 'inc-Ниш', type: 'suicide', killed: 0, injured: 1, ...missing, occurred_on: '2024-02-29' } as const;
  const encoded = encodeTile({
    cells: [{ x: 0, y: 4095, properties: cell }],
    incidents: [{ x: 17, y: 300, properties: incident }],
  });
  const { layers } = decode(encoded);
  expect(Object.keys(layers)).toEqual(['cells', 'incidents']);
  expect(layers.cells).toMatchObject({ version: 2, extent: 4096, length: 1 });
  expect(layers.cells?.feature(0).properties).toEqual(cell);
  expect(layers.cells?.feature(0).loadGeometry()).toEqual([[{ x: 0, y: 4095 }]]);
  expect(layers.incidents?.feature(0).properties).toEqual(incident);
  expect(layers.incidents?.feature(0).loadGeometry()).toEqual([[{ x: 17, y: 300 }]]);
});

test('a layer without features is left out, and a tile without layers is none', () => {
  const cell = {
    x: 1,
    y: 1,
    properties: { country: 'RS', count: 2, killed: 0, injured: 0, ...missing, types: 'other:2', bounds: '1,1,1,1' },
  };
  expect(Object.keys(decode(encodeTile({ cells: [cell], incidents: [] })).layers)).toEqual(['cells']);
  expect(encodeTile({ cells: [], incidents: [] })).toBeUndefined();
});
