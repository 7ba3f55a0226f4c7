/** Node only: the layers of the base map, with the finer lines and the names of some locations elsewhere. */
import type { Feature, FeatureCollection, Geometry, GeometryCollection, LineString, MultiPolygon, Point } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { siteFocus } from './focus.ts';
import { readWorldFile, type WorldFile } from './gazetteer/read-data.ts';
import { drawnFinely, readBaseMap } from './finer-land.ts';
import { drawnJurisdictions } from './jurisdictions.ts';
import { withoutMeridian } from './meridian.ts';
import { namedSettlements } from './named-settlements.ts';
import { drawnRegions, isHome } from './regions.ts';

/** The files of the base map that a location elsewhere adds to; see README.md. */
export const baseLayers = ['land', 'borders', 'regions', 'region-labels', 'places'] as const;
export type BaseLayer = (typeof baseLayers)[number];

/** Those whose names the map has. */
const withNames: ReadonlySet<string> = new Set(drawnJurisdictions.map(({ code }) => code));
const withRegions: ReadonlySet<string> = new Set(drawnRegions.map(({ jurisdiction }) => jurisdiction));

/**
 * A layer of the base map with finer land, lines and regions of some locations outside the region in the place of its own, and with the
 * names that it lacks. The land of their neighbours is as fine, so that nothing gapes between them.
 */
export function baseLayerWith(layer: BaseLayer, codes: readonly string[]): FeatureCollection {
  const base = readBaseMap(layer) as FeatureCollection;
  if (layer === 'places') return { ...base, features: namedSettlements(base, codes) };
  const elsewhere = codes.filter((code) => !isHome(code));
  const drawn = layer === 'land' ? [...drawnFinely(elsewhere)] : elsewhere;
  const kept = base.features.filter(keptBy[layer](new Set(drawn)));
  return { ...base, features: [...kept, ...drawn.flatMap((code) => featuresOf(layer, code))] };
}

/** Those that are put together from outlines. */
type Outlined = Exclude<BaseLayer, 'places'>;

type Keep = (replaced: ReadonlySet<unknown>) => (one: Feature) => boolean;

/** Which features stay beside the finer ones of some locations. */
const keptBy: Readonly<Record<Outlined, Keep>> = {
  land:
    (replaced) =>
    ({ properties }) =>
      !replaced.has(properties!['code']),
  regions:
    (replaced) =>
    ({ properties }) =>
      !replaced.has(properties!['jurisdiction']),
  borders: (replaced) => {
    const outlines = readBaseMap('land').features.filter(({ properties }) => replaced.has(properties!['code']));
    const regions = readBaseMap('regions').features.filter(({ properties }) => replaced.has(properties!['jurisdiction']));
    const points = new Set([...outlines, ...regions].flatMap(pointsOf));
    // Lines of what the map is about are strong.
    const strong = siteFocus().locations.filter(isHome);
    const isStrong = ({ properties }: Feature) => strong.some((code) => String(properties!['codes']).includes(code));
    return (one) => isStrong(one) || !pointsOf(one).every((point) => points.has(point));
  },
  'region-labels': () => () => true,
};

function pointsOf({ geometry }: Feature): string[] {
  const numbers: number[] = (geometry as LineString | MultiPolygon).coordinates.flat(3);
  return numbers.flatMap((lon, at) => (at % 2 === 0 ? `${lon},${numbers[at + 1]}` : []));
}

function featuresOf(layer: Outlined, code: string): Feature[] {
  const file = readWorldFile(code);
  switch (layer) {
    case 'land':
      return areas(file, 'land', () => ({ code }));
    case 'borders':
      return [...border(file, code), ...regionLines(file, code)];
    case 'regions':
      return areas(file, 'regions', (region) => ({ code: region, jurisdiction: code, name: nameOf(file, region) }));
    case 'region-labels':
      return withRegions.has(code) ? [] : labels(file, code);
  }
}

type File = Pick<ReturnType<typeof readWorldFile>, 'regions' | 'outlines'>;

type Drawn = Exclude<Geometry, GeometryCollection>;

const of = (geometry: Geometry, properties: object): Feature => ({
  type: 'Feature',
  properties,
  geometry: { ...geometry, coordinates: shortened((geometry as Drawn).coordinates) } as Drawn,
});
const point = (lon: number, lat: number): Point => ({ type: 'Point', coordinates: [lon, lat] });
const nameOf = ({ regions }: File, region: string) => regions.find(([code]) => code === region)?.[1];

function areas(
  { outlines }: File,
  kind: keyof NonNullable<WorldFile['outlines']>['objects'],
  propertiesOf: (code: string) => object,
): Feature[] {
  if (!outlines) return [];
  return feature(outlines, outlines.objects[kind]).features.map(({ geometry, properties: { code } }) =>
    of(geometry, propertiesOf(code)),
  );
}

function border({ outlines }: File, codes: string): Feature[] {
  return outlines ? [of(withoutMeridian(mesh(outlines, outlines.objects.land)), { kind: 'jurisdiction', codes })] : [];
}

function regionLines({ outlines }: File, codes: string): Feature[] {
  if (!outlines || outlines.objects.regions.geometries.length === 0) return [];
  const lines = mesh(outlines, outlines.objects.regions, (one, other) => one !== other);
  return [of(withoutMeridian(lines), { kind: 'region', codes })];
}

function labels({ regions }: File, jurisdiction: string): Feature[] {
  const found = regions.flatMap(([code, , , label]) => (label ? [{ code, lon: label[0], lat: label[1], room: label[2] }] : []));
  const own = withNames.has(jurisdiction) || found.length === 0 ? [] : [{ ...middleOf(found), code: jurisdiction }];
  return [...own, ...found].map(({ code, lon, lat, room }) => of(point(lon, lat), { code, jurisdiction, room }));
}

/** Of the places of names of regions, the one nearest to the middle of all. */
function middleOf(places: readonly { readonly lon: number; readonly lat: number; readonly room: number }[]) {
  const mean = (key: 'lon' | 'lat') =>
    places.reduce((sum, one) => sum + one[key] * one.room, 0) / places.reduce((sum, { room }) => sum + room, 0);
  const [lon, lat] = [mean('lon'), mean('lat')];
  const far = (one: (typeof places)[number]) => Math.hypot(one.lon - lon, one.lat - lat);
  return places.toSorted((one, other) => far(one) - far(other))[0]!;
}

/** With three decimals, about 100 m. */
function shortened(coordinates: unknown): unknown {
  return typeof coordinates === 'number' ? Math.round(coordinates * 1000) / 1000 : (coordinates as unknown[]).map(shortened);
}
