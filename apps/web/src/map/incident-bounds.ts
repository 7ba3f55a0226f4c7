import { VectorTile } from '@mapbox/vector-tile';
import { tileLayers } from '@monitor/contract';
import type { Box } from '@monitor/domain';
import { PbfReader } from 'pbf';

/** The tile that holds the whole earth. */
const wholeEarth = '0/0/0';

/**
 * Bounds of all incidents with a point that a tile address stands for; undefined where there are none. Asks for one tile.
 * Throws where it cannot be had.
 */
export async function readIncidentBounds(incidentTiles: string): Promise<Box | undefined> {
  const response = await fetch(incidentTiles.replace('{z}/{x}/{y}', wholeEarth));
  if (!response.ok) throw new Error(`Tile answered with ${response.status}`);
  return response.status === 204 ? undefined : boundsOfTile(new Uint8Array(await response.arrayBuffer()));
}

/** Bounds of what the tile of the whole earth holds. Degrees. */
export function boundsOfTile(bytes: Uint8Array): Box | undefined {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const boxes: Box[] = [];
  const cells = layers[tileLayers.cells];
  for (let index = 0; index < (cells?.length ?? 0); index++) {
    const bounds = String(cells?.feature(index).properties['bounds']).split(',').map(Number);
    boxes.push(bounds as unknown as Box);
  }
  const incidents = layers[tileLayers.incidents];
  for (let index = 0; index < (incidents?.length ?? 0); index++) {
    const { geometry } = incidents!.feature(index).toGeoJSON(0, 0, 0);
    if (geometry.type === 'Point') boxes.push([...geometry.coordinates, ...geometry.coordinates] as unknown as Box);
  }
  if (boxes.length === 0) return undefined;
  const edge = (side: 0 | 1 | 2 | 3, outermost: (...values: number[]) => number) => outermost(...boxes.map((box) => box[side]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}
