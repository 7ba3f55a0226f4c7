/** Node only: the layers of the base map, with the finer lines and the names of some locations elsewhere. */
import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, Geometry, GeometryCollection, Point } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { readWorldFile, type WorldFile } from './gazetteer/read-data.ts';
import { drawnJurisdictions } from './jurisdictions.ts';
import { drawnRegions } from './regions.ts';

/** The files of the base map that a location elsewhere adds to; see README.md. */
export const baseLayers = ['land', 'borders', 'regions', 'region-labels', 'places'] as const;
export type BaseLayer = (typeof baseLayers)[number];

const drawn: ReadonlySet<string> = new Set(drawnJurisdictions.map(({ code }) => code));
const withRegions: ReadonlySet<string> = new Set(drawnRegions.map(({ jurisdiction }) => jurisdiction));

/** Most settlements that are named: the largest. */
const mostPlaces = 2500;

/**
 * A layer of the base map with what it lacks of some locations. Of those that it draws, these are regions and names; of the others their
 * land too, which takes the place of the coarse one.
 */
export function baseLayerWith(layer: BaseLayer, codes: readonly string[]): FeatureCollection {
  const base = JSON.parse(readFileSync(new URL(`../data/basemap-${layer}.json`, import.meta.url), 'utf8')) as FeatureCollection;
  const others = codes.filter((code) => !drawn.has(code));
  const replaced: ReadonlySet<unknown> = new Set(layer === 'land' ? others : []);
  const added = codes.flatMap((code) => featuresOf(layer, code));
  return { ...base, features: [...base.features.filter(({ properties }) => !replaced.has(properties?.['code'])), ...added] };
}

function featuresOf(layer: BaseLayer, code: string): Feature[] {
  const file = readWorldFile(code);
  switch (layer) {
    case 'land':
      return drawn.has(code) ? [] : areas(file, 'land', () => ({ code }));
    case 'borders':
      return [...(drawn.has(code) ? [] : border(file, code)), ...(withRegions.has(code) ? [] : regionLines(file, code))];
    case 'regions':
      return withRegions.has(code)
        ? []
        : areas(file, 'regions', (region) => ({ code: region, jurisdiction: code, name: nameOf(file, region) }));
    case 'region-labels':
      return withRegions.has(code) ? [] : labels(file, code);
    case 'places':
      return file.entries
        .map(({ place }) => place)
        .toSorted((one, other) => other.population - one.population)
        .slice(0, mostPlaces)
        .map(({ name, lon, lat, population }) => of(point(lon, lat), { name, jurisdiction: code, population }));
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
  return outlines ? [of(mesh(outlines, outlines.objects.land), { kind: 'jurisdiction', codes })] : [];
}

function regionLines({ outlines }: File, codes: string): Feature[] {
  if (!outlines || outlines.objects.regions.geometries.length === 0) return [];
  const lines = mesh(outlines, outlines.objects.regions, (one, other) => one !== other);
  return [of(lines, { kind: 'region', codes })];
}

function labels({ regions }: File, jurisdiction: string): Feature[] {
  return regions.flatMap(([code, , , label]) =>
    label ? [of(point(label[0], label[1]), { code, jurisdiction, room: label[2] })] : [],
  );
}

/** With three decimals, about 100 m. */
function shortened(coordinates: unknown): unknown {
  return typeof coordinates === 'number' ? Math.round(coordinates * 1000) / 1000 : (coordinates as unknown[]).map(shortened);
}
