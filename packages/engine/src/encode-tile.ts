import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import { tileExtent, tileLayers } from '@monitor/contract';
import type { TileAnswer, TileCell, TileIncident } from '@monitor/domain';

/** A tile in the Mapbox Vector Tile format, version 2; undefined if nothing is on it. */
export function encodeTile(tile: TileAnswer): Uint8Array<ArrayBuffer> | undefined {
  const layers = [pointLayer(tileLayers.cells, tile.cells), pointLayer(tileLayers.incidents, tile.incidents)];
  const filled = layers.filter((layer) => layer.length > 0);
  if (filled.length === 0) return undefined;
  return new Uint8Array(fromVectorTileJs({ layers: Object.fromEntries(filled.map((layer) => [layer.name, layer])) }));
}

function pointLayer(name: string, points: readonly (TileCell | TileIncident)[]): GeoJSONWrapper {
  const features = points.map(({ x, y, properties }) => ({
    type: 1 as const,
    geometry: [[x, y]] as [number, number][],
    tags: properties,
  }));
  const layer = new GeoJSONWrapper(features, { version: 2, extent: tileExtent });
  layer.name = name;
  layer.version = 2;
  return layer;
}
