/** Node only: what a map draws of a location that the base map draws coarsely only. */
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { readWorldFile } from './gazetteer/read-data.ts';

/** What a feature is: land, its coast or border, lines between regions, the point of a region's name, a settlement. */
export type MapKind = 'land' | 'outline' | 'region_line' | 'region_name' | 'place';

/** Most settlements that are named: the largest. */
const mostPlaces = 2500;

const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

/** The map of a location elsewhere, as GeoJSON in CRS84; see `isHome`. Every feature has a `kind`. */
export function locationMap(code: string): FeatureCollection {
  const { regions, outlines, entries } = readWorldFile(code);
  const features: Feature[] = [];
  const add = (kind: MapKind, geometry: Geometry, properties: object = {}) =>
    features.push({ type: 'Feature', properties: { kind, ...properties }, geometry: shortened(geometry) });
  const point = (lon: number, lat: number): Point => ({ type: 'Point', coordinates: [lon, lat] });
  if (outlines) {
    const { land, regions: parts } = outlines.objects;
    for (const { geometry } of feature(outlines, land).features) add('land', geometry, { code });
    add('outline', mesh(outlines, land));
    if (parts.geometries.length > 0)
      add(
        'region_line',
        mesh(outlines, parts, (one, other) => one !== other),
      );
  }
  for (const [region, name, , label] of regions)
    if (label)
      add('region_name', point(label[0], label[1]), {
        code: region,
        name,
        room: label[2],
      });
  const largest = entries.map(({ place }) => place).toSorted((one, other) => other.population - one.population);
  for (const { name, lon, lat, population } of largest.slice(0, mostPlaces)) add('place', point(lon, lat), { name, population });
  return { type: 'FeatureCollection', features };
}

/** With three decimals, about 100 m. */
function shortened(geometry: Geometry): Geometry {
  return JSON.parse(
    JSON.stringify(geometry, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value)),
  ) as Geometry;
}
