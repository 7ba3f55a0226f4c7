import { createRequire } from 'node:module';
import pointInPolygon from 'point-in-polygon-hao';

type Rings = [number, number][][];

/** The part of `basemap-regions.json` that is read here. */
interface RegionLayer {
  readonly features: readonly {
    readonly properties: { readonly code: string };
    readonly geometry: { readonly coordinates: Rings[] };
  }[];
}

let outlines: ReadonlyMap<string, readonly Rings[]> | undefined;

function readOutlines(): ReadonlyMap<string, readonly Rings[]> {
  const layer = createRequire(import.meta.url)('@monitor/geography/data/basemap-regions.json') as RegionLayer;
  return new Map(layer.features.map(({ properties, geometry }) => [properties.code, geometry.coordinates] as const));
}

/**
 * True where a point lies in the region as the map draws it, and so neither in the drawn sea nor beyond a drawn line.
 * True as well for a region that the map does not draw. Degrees.
 */
export function inDrawnRegion(lon: number, lat: number, region: string): boolean {
  outlines ??= readOutlines();
  const polygons = outlines.get(region);
  return polygons === undefined || polygons.some((rings) => pointInPolygon([lon, lat], rings) !== false);
}
