import type { IsoDate } from './date.ts';
import { incidentTypes, type IncidentType } from './vocabularies.ts';

/** A tile of the web mercator pyramid: zoom, column from the west, row from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Several incidents of one location drawn as one circle, so that no circle on a border lends a location what is its neighbour's. */
export interface TileCell {
  /** Whole units of 1/4096 of the tile, from the west and from the north. */
  readonly x: number;
  readonly y: number;
  readonly properties: {
    /** Code of the location. */
    readonly country: string;
    readonly count: number;
    /** People; "not reported" counts as 0 here. */
    readonly killed: number;
    readonly injured: number;
    /** `type:count` pairs joined by commas, most first. */
    readonly types: string;
    /** `west,south,east,north` that hold the incidents, in degrees; at far zooms they may hold more than these. */
    readonly bounds: string;
  };
}

/** One incident drawn as a dot. */
export interface TileIncident {
  readonly x: number;
  readonly y: number;
  readonly properties: {
    readonly id: string;
    readonly type: IncidentType;
    readonly killed: number;
    readonly injured: number;
    readonly occurred_on: IsoDate;
  };
}

export interface TileAnswer {
  readonly cells: readonly TileCell[];
  readonly incidents: readonly TileIncident[];
}

/** How a tile is divided, for all that draw tiles. */
export const tileRules = {
  /** Units along one side of a tile. */
  extent: 4096,
  /** Cells of the grid along one side of a tile. The grid of a zoom lies inside that of the zoom before. */
  cells: 8,
  /** From this zoom on incidents are gathered by position instead of by cell … */
  positionsFromZoom: 10,
  /** … and from this zoom on where the tile holds no more incidents than this … */
  fewFromZoom: 7,
  few: 60,
  /** … unless there are more positions than this: so no tile is larger than 100 KB compressed. */
  mostPositions: 1500,
} as const;

/** `type:count` pairs, most first, of counts in the order of the vocabulary. */
export function typesText(counts: ArrayLike<number>): string {
  return incidentTypes.codes
    .map((code, index) => ({ code, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ code, count }) => `${code}:${count}`)
    .join(',');
}
