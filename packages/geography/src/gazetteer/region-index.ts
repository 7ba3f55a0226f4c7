import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Outlines as the build script writes them. Those of a location without regions have only its land. */
export type RegionTopology = Topology<{
  regions: GeometryCollection<{ code: string }>;
  land?: GeometryCollection<{ code: string }>;
}>;

export interface RegionIndex {
  /** Code of the region of the jurisdiction that the point lies in. Degrees. */
  readonly regionAt: (lon: number, lat: number, jurisdiction: string) => string | undefined;
  /** True if land of the jurisdiction lies within the distance. Degrees, kilometres. */
  readonly isNearLand: (lon: number, lat: number, jurisdiction: string, withinKilometres: number) => boolean;
}

/** Finds points in region outlines. Polygons are indexed one by one, since a region with islands has a large bounding box. */
export function regionIndex({ objects: { regions, land }, ...topology }: RegionTopology): RegionIndex {
  const areas = regions.geometries.length === 0 && land ? land : regions;
  const polygons = feature({ ...topology, objects: { areas } }, areas).features.flatMap(({ geometry, properties }) =>
    parts(geometry as Polygon | MultiPolygon).map((rings) => ({ code: properties.code, rings, box: boxOf(rings[0] ?? []) })),
  );
  if (polygons.length === 0) return { regionAt: () => undefined, isNearLand: () => false };
  const index = new Flatbush(polygons.length);
  for (const { box } of polygons) index.add(...box);
  index.finish();
  const search = (box: Box, jurisdiction: string, accepts: (rings: Rings) => boolean) => {
    const isFound = (position: number) => {
      const polygon = polygons[position];
      return polygon !== undefined && polygon.code.startsWith(jurisdiction) && accepts(polygon.rings);
    };
    const [found] = index.search(...box, isFound);
    return found === undefined ? undefined : polygons[found]?.code;
  };

  return {
    regionAt(lon, lat, jurisdiction) {
      const code = search([lon, lat, lon, lat], jurisdiction, (rings) => pointInPolygon([lon, lat], rings) !== false);
      return areas === regions ? code : undefined;
    },
    isNearLand(lon, lat, jurisdiction, withinKilometres) {
      const reach = withinKilometres / kilometresOfDegree;
      const aside = reach / Math.max(0.01, Math.cos(((Math.abs(lat) + reach) * Math.PI) / 180));
      const isNear = (rings: Rings) =>
        pointInPolygon([lon, lat], rings) !== false ||
        rings.some((ring) => ring.some((to, at) => kilometresToLine([lon, lat], ring[at - 1] ?? to, to) <= withinKilometres));
      return search([lon - aside, lat - reach, lon + aside, lat + reach], jurisdiction, isNear) !== undefined;
    },
  };
}

/** A degree of latitude is at least this long. */
export const kilometresOfDegree = 110;

type Position = [lon: number, lat: number];
type Rings = Position[][];
type Box = [west: number, south: number, east: number, north: number];

/** How far a point is from a short line between two others, on a plane that touches the globe at the point. Degrees. */
function kilometresToLine([lon, lat]: Position, from: Position, to: Position): number {
  const aside = Math.cos((lat * Math.PI) / 180) * kilometresOfDegree;
  const [x, y] = [(from[0] - lon) * aside, (from[1] - lat) * kilometresOfDegree];
  const [width, height] = [(to[0] - from[0]) * aside, (to[1] - from[1]) * kilometresOfDegree];
  const length = width ** 2 + height ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * width + y * height) / length));
  return Math.hypot(x + along * width, y + along * height);
}

function parts(geometry: Polygon | MultiPolygon): Rings[] {
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Rings[];
}

function boxOf(ring: readonly Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
