import { geoArea } from 'd3-geo';
import type { Filter } from '@monitor/domain';

/** Mean radius of the earth in kilometres. */
const earthRadius = 6371;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** About how large the area of a filter is, in square kilometres; undefined where it has none. */
export function areaSize({ bbox, within, near }: Pick<Filter, 'bbox' | 'within' | 'near'>): number | undefined {
  if (near !== undefined) return 2 * Math.PI * earthRadius ** 2 * (1 - Math.cos(near.km / earthRadius));
  if (bbox !== undefined) {
    const [west, south, east, north] = bbox;
    // Over the antimeridian the east is a smaller number.
    const width = east < west ? east + 360 - west : east - west;
    return earthRadius ** 2 * radians(width) * (Math.sin(radians(north)) - Math.sin(radians(south)));
  }
  if (within === undefined) return undefined;
  const ring = [...within, ...within.slice(0, 1)].map(([lon, lat]) => [lon, lat]);
  const share = geoArea({ type: 'Polygon', coordinates: [ring] });
  // A ring that goes round the other way is taken for everything outside it.
  return earthRadius ** 2 * Math.min(share, 4 * Math.PI - share);
}
