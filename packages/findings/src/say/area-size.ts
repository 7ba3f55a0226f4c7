import type { Box, Filter } from '@monitor/domain';

/** Mean radius of the earth in kilometres. */
const earthRadius = 6371;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** About how wide and high a box is, in kilometres. */
export function sidesOfBox([west, south, east, north]: Box): readonly [width: number, height: number] {
  // Over the antimeridian the east is a smaller number.
  const width = east < west ? east + 360 - west : east - west;
  return [earthRadius * radians(width) * Math.cos(radians((south + north) / 2)), earthRadius * radians(north - south)];
}

/** About how large the area of a filter is, in square kilometres; undefined if it has none. */
export function areaSize({ bbox, within, near }: Pick<Filter, 'bbox' | 'within' | 'near'>): number | undefined {
  if (near !== undefined) return 2 * Math.PI * earthRadius ** 2 * (1 - Math.cos(near.km / earthRadius));
  if (bbox !== undefined) {
    const [width, height] = sidesOfBox(bbox);
    return width * height;
  }
  if (within === undefined) return undefined;
  // The trapezoids between each side and the equator, of which those of sides that lead back count against the others.
  const parts = within.map(([lon, lat], at) => {
    const [nextLon, nextLat] = within[(at + 1) % within.length]!;
    return (radians(nextLon - lon) * (Math.sin(radians(lat)) + Math.sin(radians(nextLat)))) / 2;
  });
  return earthRadius ** 2 * Math.abs(parts.reduce((sum, part) => sum + part, 0));
}

/** Two digits, which is as much as is known of a shape that was drawn by hand. */
export const roughly = (size: number): number => Number(size.toPrecision(2));
