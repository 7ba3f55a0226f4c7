import type { TileMarks } from '@monitor/domain';
import type { LayerName } from '../filter/explore-state.ts';

/** Areas that a picture shades. */
export type AreaKind = 'locations' | 'regions' | 'hexagons';

/** What a picture is made of: tiles of the incidents, or areas that are shaded. */
export type Picture = { readonly marks: TileMarks; readonly areas?: never } | { readonly marks?: never; readonly areas: AreaKind };

/** The pictures of the incidents that a person can choose from. Their layers are in layers/, and say in which of them they are drawn. */
export const pictures: Readonly<Record<LayerName, Picture>> = {
  circles: { marks: 'circles' },
  points: { marks: 'points' },
  heat: { marks: 'density' },
  hexagons: { areas: 'hexagons' },
  locations: { areas: 'locations' },
  regions: { areas: 'regions' },
  hot_spots: { areas: 'regions' },
};

/** Whether the colours of a picture are types of incidents. */
export function isByType(layer: LayerName): boolean {
  const { marks } = pictures[layer];
  return marks === 'circles' || marks === 'points';
}
