import type { IncidentType } from '@monitor/domain';

/** Names of the vector tile layers. */
export const tileLayers = { cells: 'cells', incidents: 'incidents' } as const;

/** Corner counts of the tile grid; one unit is 1/4096 of the tile. */
export const tileExtent = 4096;
export const maximumZoom = 18;

/** Properties of a feature of the layer `cells`: several incidents of one location drawn as one circle at their mean position. */
export interface CellProperties {
  /** Code of the location. */
  readonly country: string;
  readonly count: number;
  readonly killed: number;
  readonly injured: number;
  /** What the cell is made of: `type:count` pairs joined by commas, most first. */
  readonly types: string;
  /** The incidents' bounds as `west,south,east,north`, for zooming in or listing them. */
  readonly bounds: string;
}

/** Properties of a feature of the layer `incidents`: one incident. */
export interface IncidentPointProperties {
  readonly id: string;
  readonly type: IncidentType;
  readonly killed: number;
  readonly injured: number;
  readonly occurred_on: string;
}
