import type { Figure } from './figure.ts';
import { type Mercator, mercatorOf } from './name-places.ts';
import { footnoteHeight, type MapPart, outlineOf } from './region-view.ts';

/** About as large as the open legend with six types is, and its distance from the edges. CSS pixels. */
export const openLegend = { width: 206, height: 230, edge: 12 } as const;

/** How far a figure or a name reaches from its middle. CSS pixels. */
const reach = 28;

interface ProjectedMap {
  readonly project: (lonLat: [number, number]) => { readonly x: number; readonly y: number };
  readonly unproject: (point: [number, number]) => { readonly toArray: () => [number, number] };
  readonly getContainer: () => { readonly clientWidth: number; readonly clientHeight: number };
}

/** Legend of classes, and the controls beside it. CSS pixels. */
const scaleAtEnd = 300;

/** Whether the open legend of classes, at the bottom right of a map, leaves its middle free. */
export function hasRoomForScale(map: Pick<ProjectedMap, 'getContainer'>): boolean {
  return map.getContainer().clientWidth / 2 >= scaleAtEnd;
}

/** Whether the open legend, at the bottom left of a map, would lie over a figure or over land that has data. */
export function legendCovers(
  map: ProjectedMap,
  figures: readonly Pick<Figure, 'lon' | 'lat'>[],
  codes: readonly string[],
): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const bottom = clientHeight - footnoteHeight(clientWidth);
  const part = { left: 0, top: bottom - openLegend.height, right: openLegend.edge + openLegend.width, bottom };
  const isNear = figures.some(({ lon, lat }) => {
    const { x, y } = map.project([lon, lat]);
    return x > part.left && x < part.right + reach && y > part.top - reach && y < part.bottom;
  });
  const [west, north] = mercatorOf(map.unproject([part.left, part.top]).toArray());
  const [east, south] = mercatorOf(map.unproject([part.right, part.bottom]).toArray());
  return isNear || codes.some((code) => reachesInto(outlineOf(code), { left: west, top: north, right: east, bottom: south }));
}

/** Whether an area has a part in a rectangle: a corner of its outline, or the middle of the rectangle where that lies within. */
function reachesInto(outline: readonly Mercator[], { left, top, right, bottom }: MapPart): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  let within = false;
  for (const [at, [east, south]] of outline.entries()) {
    if (east > left && east < right && south > top && south < bottom) return true;
    const [otherEast, otherSouth] = outline.at(at - 1)!;
    if (south > y !== otherSouth > y && x < ((otherEast - east) * (y - south)) / (otherSouth - south) + east) within = !within;
  }
  return within;
}
