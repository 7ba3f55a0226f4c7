/** Node only: reads the gazetteer and the boundaries from this package's data folder. */

export interface Place {
  /** GeoNames identifier. */
  readonly id: number;
  /** Name in the local script and spelling, as printed. */
  readonly name: string;
  readonly jurisdiction: string;
  readonly region: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
}

export interface Location {
  readonly jurisdiction: string;
  readonly region: string | null;
}

export interface Gazetteer {
  /** All places, by id. */
  readonly places: readonly Place[];
  /** Where a point lies, coasts and small gaps in the boundaries mended by the nearest place; undefined far from any. Degrees. */
  locate(lon: number, lat: number): Location | undefined;
  /** The nearest settlement of a jurisdiction (of any, where none is given) within the distance (default 60 km). */
  nearestPlace(lon: number, lat: number, jurisdiction?: string, withinKilometres?: number): Place | undefined;
  /** The settlement of a name in any script or spelling, the most populous where there are several in the region or jurisdiction. */
  findPlace(name: string, within: { jurisdiction: string; region?: string | null }): Place | undefined;
  /** The region of a name or code within a jurisdiction. */
  findRegion(name: string, jurisdiction: string): string | undefined;
}

/** Loads the gazetteer once; later calls return the same. */
export async function loadGazetteer(): Promise<Gazetteer> {
  throw new Error('not built yet');
}
