import type { TileMarks } from '@monitor/domain';

/** What a picture is made of: tiles that show incidents as marks, areas that are shaded by count or rate, or something of its own. */
interface Picture {
  readonly marks?: TileMarks;
  readonly areas?: 'locations' | 'regions';
  /** True where it shows two selections, and is offered only while two are compared. */
  readonly compares?: true;
}

/**
 * The pictures of the incidents that a person can choose from on the map, in the order of the switch. `layers/` of the map has a file
 * of each, which draws it; its name is in the texts of the map under its own.
 */
const known = {
  circles: { marks: 'circles' },
  points: { marks: 'points' },
  heat: { marks: 'density' },
  hexagons: {},
  locations: { areas: 'locations' },
  regions: { areas: 'regions' },
  hot_spots: {},
  difference: { compares: true },
} as const satisfies Readonly<Record<string, Picture>>;

export type LayerName = keyof typeof known;
export const layerNames = Object.keys(known) as readonly LayerName[];
export const pictures: Readonly<Record<LayerName, Picture>> = known;

/** The pictures that can be chosen. @param compared whether two selections are */
export function offeredLayers(compared: boolean): readonly LayerName[] {
  return layerNames.filter((name) => compared || pictures[name].compares !== true);
}

/** Whether the colours of a picture are types of incidents. */
export function isByType(layer: LayerName): boolean {
  const { marks } = pictures[layer];
  return marks === 'circles' || marks === 'points';
}
