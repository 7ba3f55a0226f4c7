import type { Figure } from './figure.ts';
import { nearLongitude } from './around-the-earth.ts';
import { type Mercator, mercatorOf } from './name-places.ts';
import { smallMap } from './figure-size.ts';
import { footnoteHeight, type MapPart, outlineNear } from './region-view.ts';

/** As large as an open legend is, its distance from the edge, and what the controls take beside it. CSS pixels. */
const openLegend = { width: 258, height: { start: 300, end: 250 }, edge: 12, controls: 52 } as const;

/** How far a figure or a name reaches from its middle. CSS pixels. */
const reach = 28;

interface ProjectedMap {
  readonly project: (lonLat: [number, number]) => { readonly x: number; readonly y: number };
  readonly unproject: (point: [number, number]) => { readonly toArray: () => [number, number] };
  readonly getContainer: () => { readonly clientWidth: number; readonly clientHeight: number };
}

/** The side of the legend, which is at the bottom of the map: that of classes is beside the controls. */
export type LegendSide = 'start' | 'end';

/** Whether the open legend would lie over a figure or over land that has data. */
export function legendCovers(
  map: ProjectedMap,
  side: LegendSide,
  figures: readonly Pick<Figure, 'lon' | 'lat'>[],
  codes: readonly string[],
): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const bottom = clientHeight - footnoteHeight(clientWidth);
  const { width, height, edge, controls } = openLegend;
  const left = side === 'start' || clientWidth < smallMap ? 0 : clientWidth - controls - edge - width;
  const part = { left, top: bottom - height[side], right: left + edge + width, bottom };
  const corner = map.unproject([part.left, part.top]).toArray();
  const isNear = figures.some(({ lon, lat }) => {
    const { x, y } = map.project([nearLongitude(lon, corner[0]), lat]);
    return x > part.left - reach && x < part.right + reach && y > part.top - reach && y < part.bottom;
  });
  const [west, north] = mercatorOf(corner);
  const [east, south] = mercatorOf(map.unproject([part.right, part.bottom]).toArray());
  return (
    isNear ||
    codes.some((code) => reachesInto(outlineNear(code, corner[0]), { left: west, top: north, right: east, bottom: south }))
  );
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
