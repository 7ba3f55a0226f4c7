import { tileLayers } from '@monitor/contract';
import type { Box } from '@monitor/domain';
import type { VectorTile } from '@mapbox/vector-tile';
import { smallestBox } from './around-the-earth.ts';
import { pointOf } from './figure.ts';

/** The bounds of a cell as tiles write them: west,south,east,north in degrees. Undefined if the text is anything else. */
export function parseBounds(text: string): Box | undefined {
  const numbers = text.split(',').map(Number);
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
  return [west, south, east, north];
}

/** Bounds of the incidents in the tile of the whole earth; undefined if it has none. Degrees. */
export function boundsOfTile({ layers }: Pick<VectorTile, 'layers'>): Box | undefined {
  const boxes: Box[] = [];
  const cells = layers[tileLayers.cells];
  for (let index = 0; index < (cells?.length ?? 0); index++) {
    const box = parseBounds(String(cells?.feature(index).properties['bounds']));
    if (box) boxes.push(box);
  }
  const incidents = layers[tileLayers.incidents];
  for (let index = 0; index < (incidents?.length ?? 0); index++) {
    const point = pointOf(incidents!.feature(index).toGeoJSON(0, 0, 0).geometry);
    if (point) boxes.push([point.lon, point.lat, point.lon, point.lat]);
  }
  return smallestBox(boxes);
}
