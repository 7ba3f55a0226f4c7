import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { tileExtent, tileLayers } from '@monitor/contract';
import type { TileCell, TileIncident, TileRow } from '@monitor/store';

/** A tile in the Mapbox Vector Tile format, version 2; undefined where nothing is on it. */
export function encodeTile({ cells, incidents }: TileRow): Buffer | undefined {
  const layers = Object.fromEntries(
    [[tileLayers.cells, cells] as const, [tileLayers.incidents, incidents] as const].flatMap(([name, features]) =>
      features.length === 0 ? [] : [[name, { features: features.map(pointFeature) }]],
    ),
  );
  if (Object.keys(layers).length === 0) return undefined;
  return Buffer.from(fromGeojsonVt(layers, { version: 2, extent: tileExtent }));
}

function pointFeature({ x, y, properties }: TileCell | TileIncident) {
  return { type: 1 as const, geometry: [[x, y] as [number, number]], tags: properties };
}
