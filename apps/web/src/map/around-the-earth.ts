import type { Box } from '@monitor/domain';
import type { LngLatBounds, Map as MapLibreMap } from 'maplibre-gl';

/* The map goes on beyond the 180th meridian, where longitudes begin again. */

/** A longitude as the map counts it near another: 181 for -179 near 170. Degrees. */
export function nearLongitude(lon: number, other: number): number {
  return lon + 360 * Math.round((other - lon) / 360);
}

/** A box as numbers that grow from west to east, beyond 180 where it crosses that meridian. */
export function unrolled([west, south, east, north]: Box): [west: number, south: number, east: number, north: number] {
  return [west, south, east < west ? east + 360 : east, north];
}

/** A box of the filter for numbers that grow from west to east. */
export function rolled([west, south, east, north]: Box): Box {
  if (east - west >= 360) return [-180, south, 180, north];
  const inRange = (lon: number) => (Math.abs(lon) <= 180 ? lon : Math.round(nearLongitude(lon, 0) * 1e5) / 1e5);
  return [inRange(west), south, inRange(east), north];
}

/** Where the map shows a place, or would. CSS pixels. */
export function placeOnScreen(map: MapLibreMap, { lon, lat }: { readonly lon: number; readonly lat: number }) {
  return map.project([nearLongitude(lon, map.getCenter().lng), lat]);
}

/** Whether a place is within what a map shows. */
export function isWithin(bounds: LngLatBounds, { lon, lat }: { readonly lon: number; readonly lat: number }): boolean {
  return bounds.contains([nearLongitude(lon, bounds.getCenter().lng), lat]);
}

/** The smallest box around boxes none of which crosses the 180th meridian. It crosses that where the other way around is longer. */
export function smallestBox(boxes: readonly Box[]): Box | undefined {
  const fromWest = boxes.toSorted((one, other) => one[0] - other[0]);
  const [first] = fromWest;
  if (first === undefined) return undefined;
  const [south, north] = [Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[3]))];
  const all: Box = [first[0], south, Math.max(...boxes.map((box) => box[2])), north];
  let [west, , east] = all;
  let widest = west + 360 - east;
  let reached = first[2];
  for (const [from, , to] of fromWest) {
    if (from - reached > widest) [widest, west, east] = [from - reached, from, reached];
    reached = Math.max(reached, to);
  }
  return [west, south, east, north];
}
