/** Node only: the land and the regions of maps that are drawn as pictures. */
import { readFileSync } from 'node:fs';
import { wholeOf } from '@monitor/domain';
import type { Feature, FeatureCollection, MultiPolygon, Point, Position } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readWorldFile } from './gazetteer/read-data.ts';
import { baseLayers, baseLayerWith } from './base-layers.ts';
import { drawnFinely, readBaseMap } from './finer-land.ts';
import { siteFocus } from './focus.ts';
import { jurisdictions } from './jurisdictions.ts';
import { isHome } from './regions.ts';
import './world.ts';

interface AreaProperties {
  readonly code: string;
  /** Where a name reads best. */
  readonly label?: Position;
  /** Of land around, whose name a browser does not know. */
  readonly name?: string;
}

type Areas = FeatureCollection<MultiPolygon, AreaProperties>;
export type AtlasTopology = Topology<Record<'land' | 'regions', GeometryCollection<AreaProperties>>>;

/** Steps of the coordinates from west to east: 0.0018 degrees, less than a pixel of any map that is drawn of them. */
const steps = 2e5;

/**
 * Land and regions of the map as one TopoJSON, in which neighbours share their lines: for maps that are drawn as pictures, where each
 * line is drawn once. Without the rest of the world, which those of the region never show.
 * @param layers what `build/basemap.mjs` makes
 * @param listed codes of what has a border
 */
export function atlas(
  {
    land,
    regions,
    labels,
  }: { readonly land: Areas; readonly regions: Areas; readonly labels: FeatureCollection<Point, { code: string }> },
  listed: ReadonlySet<string>,
): AtlasTopology {
  const places = new Map(labels.features.map(({ properties, geometry }) => [properties.code, geometry.coordinates]));
  const known = land.features.filter(({ properties }) => listed.has(properties.code));
  return atlasOf(
    known.map((one) => {
      const label = places.get(one.properties.code);
      return { ...one, properties: { code: one.properties.code, ...(label && { label }) } };
    }),
    regions.features.map((one) => ({ ...one, properties: { code: one.properties.code } })),
  );
}

/** The same with the land of all the world, fine for some locations and their neighbours, and with the regions of those. */
export function atlasWith(codes: readonly string[]): AtlasTopology {
  const base = JSON.parse(readFileSync(new URL('../data/atlas.json', import.meta.url), 'utf8')) as AtlasTopology;
  const elsewhere = codes.filter((code) => !isHome(code));
  const fine = drawnFinely(elsewhere);
  const files = new Map([...fine].map((code) => [code, readWorldFile(code).outlines]));
  const ofBase = (layer: 'land' | 'regions') => feature(base, base.objects[layer]).features as Areas['features'];
  const ofFile = (code: string, layer: 'land' | 'regions') => {
    const file = files.get(code);
    return file ? (feature(file, file.objects[layer]).features as Areas['features']).map(shortened) : [];
  };
  const land = ofBase('land').filter(({ properties }) => !fine.has(properties.code));
  const drawn = new Set([...land.map(({ properties }) => properties.code), ...fine]);
  const labels = new Map(ofBase('land').map(({ properties: { code, label } }) => [code, label]));
  const rest = (readBaseMap('land') as Areas).features.filter(({ properties }) => !drawn.has(properties.code));
  const named = (one: Areas['features'][number]) => {
    const { code } = one.properties;
    const [label, name] = [labels.get(code), jurisdictions.find((known) => known.code === code)?.name];
    return { ...one, properties: { code, ...(label && { label }), ...(name !== undefined && { name }) } };
  };
  return atlasOf([...land, ...[...fine].flatMap((code) => ofFile(code, 'land')), ...rest].map(named), [
    ...ofBase('regions').filter(({ properties }) => !elsewhere.includes(wholeOf('region', properties.code))),
    ...elsewhere.flatMap((code) => ofFile(code, 'regions')),
  ]);
}

function atlasOf(
  land: readonly Feature<MultiPolygon, AreaProperties>[],
  regions: readonly Feature<MultiPolygon, AreaProperties>[],
) {
  const areas = (features: readonly Feature<MultiPolygon, AreaProperties>[]) => ({
    type: 'FeatureCollection' as const,
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature' as const,
      geometry: {
        ...geometry,
        coordinates: geometry.coordinates.filter(([ring = []]) => Math.abs(twiceArea(ring)) > 1e-6).map(clockwise),
      },
      properties,
    })),
  });
  return quantize(topology({ land: areas(land), regions: areas(regions) }) as unknown as AtlasTopology, steps);
}

/** With three decimals, about 100 m, so that neighbours whose files were written apart have the same points. */
function shortened(one: Areas['features'][number]): Areas['features'][number] {
  const round = ([x = 0, y = 0]: Position) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
  const { geometry } = one;
  return {
    ...one,
    geometry: { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(round))) },
  };
}

/** A polygon as d3-geo takes it, which reads it on the globe: its land lies to the right of its lines, and not to the left as in GeoJSON. */
function clockwise(polygon: Position[][]): Position[][] {
  return polygon.map((ring, index) => (twiceArea(ring) > 0 === (index === 0) ? ring : ring.toReversed()));
}

/** In square degrees, positive where the ring runs clockwise; zero for an island so small that it has become a line. */
function twiceArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [before = 0, above = 0] = ring.at(index - 1) ?? [];
    return sum + (x - before) * (y + above);
  }, 0);
}

/** The layers of the map that moves, and the boundaries of the pictures. */
export const baseFiles = [...baseLayers, 'atlas'] as const;

/** A layer or the atlas with what it lacks of some locations. */
export function baseFile(name: (typeof baseFiles)[number], codes: readonly string[]): object {
  return name === 'atlas' ? atlasWith(codes) : baseLayerWith(name, codes);
}

/** Locations elsewhere that the map draws finely: those with most incidents. */
const mostLocations = 20;

/** The locations that maps are drawn for: those that the installation is about, and others with most incidents, by code. */
export function locationsDrawn(
  datasets: readonly { readonly coverage: readonly { readonly country: string; readonly incidents: number }[] }[],
): string[] {
  const counts = new Map(siteFocus().locations.map((code) => [code, Infinity]));
  for (const { coverage } of datasets)
    for (const { country, incidents } of coverage) counts.set(country, (counts.get(country) ?? 0) + incidents);
  const codes = [...counts].toSorted(([, one], [, other]) => other - one).map(([code]) => code);
  const elsewhere = codes.filter((code) => !isHome(code)).slice(0, mostLocations);
  return [...codes.filter(isHome), ...elsewhere].toSorted();
}
