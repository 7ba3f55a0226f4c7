import type { FeatureCollection, Point } from 'geojson';

/** A settlement of the base map. */
export interface Settlement {
  /** As printed locally. */
  readonly name: string;
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
