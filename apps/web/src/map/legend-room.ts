import labels from '@monitor/geography/data/basemap-labels.json';
import type { Figure } from './figure.ts';
import { footnoteHeight } from './use-camera.ts';

/** About as large as the open legend with six types is, and its distance from the edges. CSS pixels. */
export const openLegend = { width: 206, height: 230, edge: 12 } as const;

/** How far a figure or a name reaches from its middle. CSS pixels. */
const reach = 28;

interface ProjectedMap {
  readonly project: (lonLat: [number, number]) => { readonly x: number; readonly y: number };
  readonly getContainer: () => { readonly clientWidth: number; readonly clientHeight: number };
}

/** Legend of classes, and the controls beside it. CSS pixels. */
const scaleAtEnd = 300;

/** Whether the open legend of classes, at the bottom right of a map, leaves its middle free. */
export function hasRoomForScale(map: Pick<ProjectedMap, 'getContainer'>): boolean {
  return map.getContainer().clientWidth / 2 >= scaleAtEnd;
}

/** Whether the open legend, at the bottom left of a map, would lie over a figure or over the middle of a location's name. */
export function legendCovers(
  map: ProjectedMap,
  figures: readonly Pick<Figure, 'lon' | 'lat'>[],
  named: readonly string[],
): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const right = openLegend.edge + openLegend.width + reach;
  const bottom = clientHeight - footnoteHeight(clientWidth);
  const top = bottom - openLegend.height - reach;
  const names = labels.features
    .filter(({ properties }) => named.includes(properties.code))
    .map(({ geometry: { coordinates } }) => ({ lon: coordinates[0]!, lat: coordinates[1]! }));
  return [...figures, ...names].some(({ lon, lat }) => {
    const { x, y } = map.project([lon, lat]);
    return x > 0 && x < right && y > top && y < bottom;
  });
}
