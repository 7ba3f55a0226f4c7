import type { IncidentType, IsoDate } from '@monitor/domain';

/** Where a feature lies in its tile: whole units of 1/4096 of the tile, 0 to 4095, from the west and from the north. */
export interface TilePosition {
  x: number;
  y: number;
}

/** Several incidents drawn as one; properties as in the contract's `CellProperties`. */
export interface TileCell extends TilePosition {
  properties: {
    count: number;
    /** People; "not reported" counts as 0 here. */
    killed: number;
    injured: number;
    /** `type:count` pairs joined by commas, most first. */
    types: string;
    /** `west,south,east,north` in degrees. */
    bounds: string;
  };
}

/** One incident; properties as in the contract's `IncidentPointProperties`. */
export interface TileIncident extends TilePosition {
  properties: {
    id: string;
    type: IncidentType;
    killed: number;
    injured: number;
    occurred_on: IsoDate;
  };
}

export interface TileRow {
  cells: TileCell[];
  incidents: TileIncident[];
}
