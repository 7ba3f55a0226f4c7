import address from '@monitor/geography/data/atlas.json?url';
import { sitePath } from '../api/site.ts';
import { withoutMeridian } from '@monitor/geography';
import { rememberingOf, wholeOf } from '@monitor/domain';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Land of locations and their regions, with the lines that neighbours share. */
export interface Atlas {
  readonly [name: string]: GeometryCollection<AreaProperties>;
  /** Locations, and what else the map shows with a border. `label` is the point where a name reads best. */
  readonly land: GeometryCollection<AreaProperties>;
  readonly regions: GeometryCollection<AreaProperties>;
}

interface AreaProperties {
  readonly code: string;
  readonly label?: Position;
  /** Given where the atlas has land of which nothing else is known here. */
  readonly name?: string;
}

export type AtlasFile = Topology<Atlas>;
export type Area = Feature<Polygon | MultiPolygon, AreaProperties>;

/**
 * That of the region, or the one that the server has, with all land and with the regions of locations elsewhere. Throws where it cannot be
 * loaded.
 */
export async function loadAtlas(of: 'home' | 'world'): Promise<AtlasFile> {
  const answer = await fetch(of === 'home' ? address : sitePath('/api/v1/basemap/atlas'));
  if (!answer.ok) throw new Error(`The map's boundaries could not be loaded: ${answer.status}`);
  return (await answer.json()) as AtlasFile;
}

/* An atlas never changes, and a map is laid out again for each width of its window: what of it depends on no width is found once. */

/** All land, with codes. */
export const landAreas = (atlas: AtlasFile): readonly Area[] => findLand(atlas, undefined);

const findLand = rememberingOf((atlas: AtlasFile) => feature(atlas, atlas.objects.land).features as Area[]);

/** The regions of a location, or the location itself where none are drawn of it. @param divided false for the location as a whole */
export const areasOf = (atlas: AtlasFile, location: string, divided = true): readonly Area[] =>
  findAreas(atlas, { location, divided });

const findAreas = rememberingOf(
  (atlas: AtlasFile, { location, divided }: { readonly location: string; readonly divided: boolean }) => {
    const regions = regionsOf(atlas, [location]);
    const drawn = divided && regions.geometries.length > 0 ? regions : landOf(atlas, [location]);
    return feature(atlas, drawn).features as Area[];
  },
  ({ location, divided }) => `${location} ${divided}`,
);

/** Lines of a map, each once. */
export interface AtlasLines {
  /** Between regions of the same location. */
  readonly regions: ReturnType<typeof mesh>;
  /** Around locations, but where the line is disputed. */
  readonly outlines: ReturnType<typeof mesh>;
  /** The line of Kosovo* with Serbia, which is drawn dashed. */
  readonly disputed: ReturnType<typeof mesh>;
  /** Between and around all other land. */
  readonly others: ReturnType<typeof mesh>;
}

const isDisputed = (one: string, other: string) => [one, other].toSorted().join() === 'RS,XK';

/** The lines of a map of some locations. @param divided those of which regions are drawn */
export const linesOf = (atlas: AtlasFile, locations: readonly string[], divided = locations): AtlasLines =>
  findLines(atlas, [locations, divided]);

const findLines = rememberingOf(
  (atlas: AtlasFile, [locations, divided]: readonly [readonly string[], readonly string[]]) => meshes(atlas, locations, divided),
  (lists) => lists.join(' '),
);

function meshes(atlas: AtlasFile, locations: readonly string[], divided: readonly string[]): AtlasLines {
  const { land } = atlas.objects;
  const isDrawn = (code: string) => locations.includes(code);
  const between = (keep: (one: string, other: string) => boolean) =>
    withoutMeridian(mesh(atlas, land, (one, other) => keep(codeOf(one), codeOf(other))));
  const regions = regionsOf(atlas, divided);
  return {
    regions: mesh(atlas, regions, (one, other) => one !== other && whole(codeOf(one)) === whole(codeOf(other))),
    outlines: between((one, other) => (isDrawn(one) || isDrawn(other)) && !isDisputed(one, other)),
    disputed: between(isDisputed),
    others: between((one, other) => !isDrawn(one) && !isDrawn(other)),
  };
}

const whole = (code: string) => wholeOf('region', code);

function codeOf(geometry: { readonly properties?: unknown }): string {
  return (geometry.properties as AreaProperties).code;
}

function regionsOf(atlas: AtlasFile, locations: readonly string[]): GeometryCollection<AreaProperties> {
  const { regions } = atlas.objects;
  return { ...regions, geometries: regions.geometries.filter((one) => locations.includes(whole(codeOf(one)))) };
}

function landOf(atlas: AtlasFile, locations: readonly string[]): GeometryCollection<AreaProperties> {
  const { land } = atlas.objects;
  return { ...land, geometries: land.geometries.filter((one) => locations.includes(codeOf(one))) };
}
