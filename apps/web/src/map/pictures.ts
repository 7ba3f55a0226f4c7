import type { TileMarks } from '@monitor/domain';
import type { LayerName } from '../filter/explore-state.ts';

/** What a picture is made of: tiles that show incidents as marks, areas that are shaded by count or rate, or something of its own. */
export interface Picture {
  readonly marks?: TileMarks;
  readonly areas?: 'locations' | 'regions';
}

/** The pictures of the incidents that a person can choose from. Their layers are in layers/, and say in which of them they are drawn. */
export const pictures: Readonly<Record<LayerName, Picture>> = {
  circles: { marks: 'circles' },
  points: { marks: 'points' },
  heat: { marks: 'density' },
  hexagons: {},
  locations: { areas: 'locations' },
  regions: { areas: 'regions' },
  hot_spots: {},
  difference: {},
};

/** Whether the colours of a picture are types of incidents. */
export function isByType(layer: LayerName): boolean {
  const { marks } = pictures[layer];
  return marks === 'circles' || marks === 'points';
}
