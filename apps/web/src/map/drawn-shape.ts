import { type Box, type Circle, circleLimits, filterLimits, haversineBetween, type Ring } from '@monitor/domain';
import type { Position } from 'geojson';
import type { DrawnArea } from '../filter/filter-actions.ts';

/** Shapes that a person can draw, by the names that the drawing library has for them. */
export const shapeNames = ['rectangle', 'polygon', 'circle'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** Mean radius of the earth in kilometres. */
const earthRadius = 6371;

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5 + 0;

/**
 * The area of the filter that a drawn shape stands for; undefined if it is too small, too large or has too many corners for one.
 * @param ring closed, in degrees
 */
export function areaOfShape(shape: ShapeName, ring: readonly Position[]): DrawnArea | undefined {
  const corners = ring.slice(0, -1).map(([lon = 0, lat = 0]) => [rounded(lon), rounded(lat)] as const);
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const bounds: Box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const [west, south, east, north] = bounds;
  if (corners.length < 3 || west < -180 || east > 180 || south < -90 || north > 90 || west === east || south === north)
    return undefined;
  if (shape === 'rectangle') return { bbox: bounds };
  if (shape === 'polygon') return corners.length > filterLimits.ringCorners ? undefined : { within: corners };
  const middle = { lon: rounded((west + east) / 2), lat: rounded((south + north) / 2) };
  // Its northernmost point lies straight north of its middle.
  const haversine = haversineBetween(middle, { lon: middle.lon, lat: north });
  const km = Number((2 * earthRadius * Math.asin(Math.sqrt(haversine))).toPrecision(3));
  return km >= circleLimits.least && km <= circleLimits.most ? { near: { ...middle, km } } : undefined;
}

/** Corners of a circle on screen. */
const circleCorners = 64;

/** The points of a circle on the sphere, from the north clockwise; not closed. Degrees. */
export function ringOfCircle({ lon, lat, km }: Circle): Ring {
  const [angle, north] = [km / earthRadius, (lat * Math.PI) / 180];
  return Array.from({ length: circleCorners }, (_, step): [number, number] => {
    const bearing = (step / circleCorners) * 2 * Math.PI;
    const y = Math.asin(Math.sin(north) * Math.cos(angle) + Math.cos(north) * Math.sin(angle) * Math.cos(bearing));
    const x = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(north), Math.cos(angle) - Math.sin(north) * Math.sin(y));
    return [lon + (x * 180) / Math.PI, (y * 180) / Math.PI];
  });
}

/** The areas of a filter. */
export interface FilterAreas {
  readonly bbox?: Box | undefined;
  readonly within?: Ring | undefined;
  readonly near?: Circle | undefined;
}

/** The outlines of the areas of a filter, each with the shape that it is; not closed. Degrees. */
export function shapesOf({ bbox, within, near }: FilterAreas): { readonly shape: ShapeName; readonly ring: Ring }[] {
  return [
    ...(bbox ? [{ shape: 'rectangle' as const, ring: ringOfBox(bbox) }] : []),
    ...(within ? [{ shape: 'polygon' as const, ring: within }] : []),
    ...(near ? [{ shape: 'circle' as const, ring: ringOfCircle(near) }] : []),
  ];
}

function ringOfBox([west, south, east, north]: Box): Ring {
  // Over the antimeridian the east is a smaller number.
  const right = east < west ? east + 360 : east;
  return [
    [west, south],
    [right, south],
    [right, north],
    [west, north],
  ];
}
