import { type Box, type Circle, circleLimits, filterLimits, haversineBetween, type Ring } from '@monitor/domain';
import type { Position } from 'geojson';
import { nearLongitude, rolled } from './around-the-earth.ts';
import type { DrawnArea } from '../filter/filter-actions.ts';

/** Shapes that a person can draw, by the names that the drawing library has for them. */
export const shapeNames = ['rectangle', 'polygon', 'circle'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** Mean radius of the earth in kilometres. */
const earthRadius = 6371;

type Point = Ring[number];

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
  if (corners.length < 3 || south < -90 || north > 90 || west === east || south === north) return undefined;
  if (shape === 'rectangle') return { bbox: rolled(bounds) };
  const around = nearLongitude((west + east) / 2, 0) - (west + east) / 2;
  if (shape === 'polygon') {
    // The filter has none across the 180th meridian.
    const isTold = corners.length <= filterLimits.ringCorners && west + around >= -180 && east + around <= 180;
    return isTold ? { within: corners.map(([lon, lat]) => [rounded(lon + around), lat]) } : undefined;
  }
  const middle = { lon: rounded((west + east) / 2 + around), lat: rounded((south + north) / 2) };
  // Its northernmost point lies straight north of its middle.
  const km = Number(kmBetween(middle, [middle.lon, north]).toPrecision(3));
  return km >= circleLimits.least && km <= circleLimits.most ? { near: { ...middle, km } } : undefined;
}

function kmBetween(from: { readonly lon: number; readonly lat: number }, [lon, lat]: Point): number {
  return 2 * earthRadius * Math.asin(Math.sqrt(haversineBetween(from, { lon, lat })));
}

/** A ring that ends where it begins. */
export const closedRing = (ring: Ring): Position[] => [...ring, ...ring.slice(0, 1)].map(([lon, lat]) => [lon, lat]);

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

/** What an area is changed by: its middle moves all of it; a side of a polygon gets a corner; the edge of a circle makes it wider. */
export interface Handle {
  readonly part: 'whole' | 'corner' | 'side' | 'edge';
  /** Which corner, or which one the side begins at, from 0. */
  readonly corner: number;
  readonly at: Point;
}

/** Of the area that can be changed, which is the first of a filter. */
export function handlesOf(areas: FilterAreas): Handle[] {
  const [first] = shapesOf(areas);
  if (first === undefined) return [];
  const { shape, ring } = first;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle: Point = [mean(ring.map(([lon]) => lon)), mean(ring.map(([, lat]) => lat))];
  return [
    { part: 'whole', corner: -1, at: middle },
    ...(shape === 'circle'
      ? [{ part: 'edge' as const, corner: -1, at: ring[circleCorners / 4]! }]
      : ring.map((at, corner) => ({ part: 'corner' as const, corner, at }))),
    ...(shape === 'polygon' && ring.length < filterLimits.ringCorners
      ? ring.map(([lon, lat], corner) => {
          const [nextLon, nextLat] = ring[(corner + 1) % ring.length]!;
          return { part: 'side' as const, corner, at: [(lon + nextLon) / 2, (lat + nextLat) / 2] as const };
        })
      : []),
  ];
}

/** The area with one of its handles elsewhere; undefined if that can be no area of the filter. */
export function withHandleAt(areas: FilterAreas, { part, corner, at }: Handle, to: Point): DrawnArea | undefined {
  const [first] = shapesOf(areas);
  if (first === undefined) return undefined;
  const { shape, ring } = first;
  const [east, north] = [to[0] - at[0], to[1] - at[1]];
  const moved = ([lon, lat]: Point): Point => [lon + east, lat + north];
  const area = (changed: Ring) => areaOfShape(shape, closedRing(changed));
  if (part === 'corner' && shape === 'rectangle') {
    // The opposite corner stays.
    const [lon, lat] = ring[(corner + 2) % ring.length]!;
    return area([to, [lon, to[1]], [lon, lat], [to[0], lat]]);
  }
  if (part === 'side') return area(ring.toSpliced(corner + 1, 0, to));
  if (part === 'corner') return area(ring.map((one, index) => (index === corner ? to : one)));
  const { near } = areas;
  if (part === 'whole' && (shape !== 'circle' || near === undefined)) return area(ring.map(moved));
  if (near === undefined) return undefined;
  const [lon, lat] = moved([near.lon, near.lat]);
  const middle = part === 'whole' ? { lon, lat } : near;
  const km = part === 'whole' ? near.km : kmBetween(near, to);
  return areaOfShape('circle', closedRing(ringOfCircle({ ...middle, km })));
}

/** The polygon that is left when one of its corners goes; undefined if too few corners are left. */
export function withoutCorner({ within }: FilterAreas, { part, corner }: Handle): DrawnArea | undefined {
  return part === 'corner' && within ? areaOfShape('polygon', closedRing(within.toSpliced(corner, 1))) : undefined;
}
