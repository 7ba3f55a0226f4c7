import { tileRules } from '@monitor/domain';

/** Names of the vector tile layers. */
export const tileLayers = { cells: 'cells', incidents: 'incidents' } as const;

/** Units along one side of a tile. */
export const tileExtent = tileRules.extent;
export const maximumZoom = 18;
