import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Outlines as the build script writes them. */
export type RegionTopology = Topology<{ regions: GeometryCollection<{ code: string }> }>;

export interface RegionIndex {
  /** Code of the region of the jurisdiction that the point lies in. Degrees. */
  readonly regionAt: (lon: number, lat: number, jurisdiction: string) => string | undefined;
}

/** Finds points in region outlines. Polygons are indexed one by one, since a region with islands has a large bounding box. */
export function regionIndex(topology: RegionTopology): RegionIndex {
  const polygons = feature(topology, topology.objects.regions).features.flatMap(({ geometry, properties }) =>
    parts(geometry as Polygon | MultiPolygon).map((rings) => ({ code: properties.code, rings, box: boxOf(rings[0] ?? []) })),
  );
  if (polygons.length === 0) return { regionAt: () => undefined };
  const index = new Flatbush(polygons.length);
  for (const { box } of polygons) index.add(...box);
  index.finish();

  return {
    regionAt(lon, lat, jurisdiction) {
      const contains = (position: number) => {
        const polygon = polygons[position];
        return (
          polygon !== undefined && polygon.code.startsWith(jurisdiction) && pointInPolygon([lon, lat], polygon.rings) !== false
        );
      };
      const [found] = index.search(lon, lat, lon, lat, contains);
      return found === undefined ? undefined : polygons[found]?.code;
    },
  };
}

type Rings = [number, number][][];
type Box = [west: number, south: number, east: number, north: number];

function parts(geometry: Polygon | MultiPolygon): Rings[] {
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Rings[];
}

function boxOf(ring: readonly (readonly [number, number])[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
