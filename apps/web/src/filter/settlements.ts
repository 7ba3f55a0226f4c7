import type { Box } from '@monitor/domain';
import { nearestOf } from '@monitor/geography';
import type { FeatureCollection, Point } from 'geojson';

/** A settlement of the base map. */
export interface Settlement {
  /** In Latin letters. */
  readonly name: string;
  /** As printed locally, where that is in other letters. */
  readonly local?: string;
  /** Code of the location that it lies in. */
  readonly jurisdiction: string;
  readonly population: number;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

/** The file of the base map's settlements, the largest first. */
export type SettlementFile = FeatureCollection<Point, Omit<Settlement, 'lon' | 'lat'>>;

export function settlementsOf({ features }: SettlementFile): Settlement[] {
  return features.map(({ properties, geometry: { coordinates } }) => {
    const [lon = 0, lat = 0] = coordinates;
    return { ...properties, lon, lat };
  });
}

/** A larger area is not about one settlement. Degrees. */
const largestSide = 2;
/** How far from the middle of an area without a settlement one may be. Kilometres. */
const farthest = 15;

/** The largest settlement in a box, or else the one nearest to its middle. @param settlements the largest first */
export function settlementIn(settlements: readonly Settlement[], [west, south, east, north]: Box): string | undefined {
  if (east < west || Math.max(east - west, north - south) > largestSide) return undefined;
  const inside = settlements.find(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north);
  return (inside ?? nearestOf(settlements, { lon: (west + east) / 2, lat: (south + north) / 2 }, farthest))?.name;
}
