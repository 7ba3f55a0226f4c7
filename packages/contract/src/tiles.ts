import { type TileCell, type TileIncident, tileRules } from '@monitor/domain';

/** Names of the vector tile layers. */
export const tileLayers = { cells: 'cells', incidents: 'incidents' } as const;

/** Units along one side of a tile. */
export const tileExtent = tileRules.extent;
export const maximumZoom = 18;

/** Properties of a feature of the layer `cells`: several incidents of one location drawn as one circle at or near their mean position. */
export type CellProperties = TileCell['properties'];

/** Properties of a feature of the layer `incidents`: one incident, at its public point. */
export type IncidentPointProperties = TileIncident['properties'];
