import type { Summary } from '@monitor/contract';
import type { Filter, TileMarks } from '@monitor/domain';

/** What must be known of the place of an incident for a picture to show it. */
export type NeededPlace = 'point' | 'region' | 'location';

/** What hot spots are searched among. */
type SpotUnits = 'regions' | 'hexagons';

/** What a picture is made of: tiles that show incidents as marks, areas that are shaded by count or rate, or something of its own. */
interface Picture {
  readonly marks?: TileMarks;
  readonly areas?: 'locations' | 'regions';
  /** Incidents of which this is not known are in no mark and no area. */
  readonly needs: NeededPlace | Readonly<Record<SpotUnits, NeededPlace>>;
  /** True if it shows two selections, and is offered only while two are compared. */
  readonly compares?: true;
}

/**
 * The pictures of the incidents that a person can choose from on the map, in the order of the switch. `layers/` of the map has a file
 * of each, which draws it; its name is in the texts of the map under its own.
 */
const known = {
  circles: { marks: 'circles', needs: 'point' },
  heat: { marks: 'density', needs: 'point' },
  hexagons: { needs: 'point' },
  locations: { areas: 'locations', needs: 'location' },
  regions: { areas: 'regions', needs: 'region' },
  hot_spots: { needs: { regions: 'region', hexagons: 'point' } },
  difference: { needs: 'region', compares: true },
} as const satisfies Readonly<Record<string, Picture>>;

export type LayerName = keyof typeof known;
export const layerNames = Object.keys(known) as readonly LayerName[];
export const pictures: Readonly<Record<LayerName, Picture>> = known;

/** The pictures that areas are shaded by, at their levels. */
export const areaLevels = layerNames.filter((name) => pictures[name].areas !== undefined);

/** The pictures that can be chosen. @param compared whether two selections are */
export function offeredLayers(compared: boolean): readonly LayerName[] {
  return layerNames.filter((name) => compared || pictures[name].compares !== true);
}

/** What must be known of an incident's place to be in what the map shows. */
export function neededPlace({ layer, spots }: { readonly layer: LayerName; readonly spots: SpotUnits }): NeededPlace {
  const { needs } = pictures[layer];
  return typeof needs === 'string' ? needs : needs[spots];
}

/** Incidents of a filter that a picture of the map cannot show. */
export interface MissingOnMap {
  /** What is not known of their place. */
  readonly without: NeededPlace;
  readonly count: number;
}

/** What the picture that is chosen leaves out of an answer; undefined if the answer does not say. @param filter of the answer */
export function missingOnMap(
  view: Parameters<typeof neededPlace>[0],
  { totals, facets }: Pick<Summary, 'totals' | 'facets'>,
  filter: Filter,
): MissingOnMap | undefined {
  const without = neededPlace(view);
  if (without === 'point') return { without, count: totals.withoutPoint };
  // Every incident has a location, and one of chosen regions has a region.
  if (without === 'location' || filter.region !== undefined) return { without, count: 0 };
  const placed = facets.region?.reduce((sum, { incidents }) => sum + incidents, 0);
  return placed === undefined ? undefined : { without, count: totals.incidents - placed };
}

/** Whether the colours of a picture are types of incidents. */
export function isByType(layer: LayerName): boolean {
  return pictures[layer].marks === 'circles';
}
