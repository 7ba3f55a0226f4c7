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
    /** People, as far as reported. */
    readonly killed: number;
    readonly injured: number;
    /** Incidents that do not give these numbers. */
    readonly killedNotReported: number;
    readonly injuredNotReported: number;
    /** What the requested measure counts; absent if it counts incidents. */
    readonly amount?: number;
    /** Incidents that do not give it; absent with the amount. */
    readonly amountNotReported?: number;
    /** `type:count` pairs joined by commas, most first. */
    readonly types: string;
    /** `type:amount` pairs in the same way, empty if the amount is 0; absent if the measure counts incidents. */
    readonly amounts?: string;
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
    /** 1 where the number is not reported, else 0. */
    readonly killedNotReported: number;
    readonly injuredNotReported: number;
    /** As of a cell. */
    readonly amount?: number;
    readonly amountNotReported?: number;
    readonly occurred_on: IsoDate;
  };
}

/**
 * How a tile shows its incidents: gathered into circles that keep apart; as points where they lie, those nearer than a few pixels as one;
 * or as the same points for a picture of density, which has single incidents among the cells, too.
 */
export const tileMarks = ['circles', 'points', 'density'] as const;
export type TileMarks = (typeof tileMarks)[number];

export interface TileAnswer {
  readonly cells: readonly TileCell[];
  readonly incidents: readonly TileIncident[];
}

/** How a tile is divided, for all that draw tiles. */
export const tileRules = {
  /** Units along one side of a tile. */
  extent: 4096,
  /** Units along one side of the smallest parts that are gathered into circles. */
  finestPart: 128,
  /** Units along one side of the squares that each have one place where a circle may be drawn. Parts are made of whole ones. */
  placeSquare: 64,
  /** The zoom of the squares of the earth that the parts of tiles at far zooms are made of. */
  squareZoom: 10,
  /** From this zoom on parts are smaller than squares of the earth … */
  finePartsFromZoom: 7,
  /** … except on a tile of this zoom that has more incidents than this: it would take too long to look at each, and they fill it anyway. */
  mostInFineParts: 20_000,
  /** From this zoom on incidents are gathered by position instead of by part … */
  positionsFromZoom: 10,
  /** … unless there are more positions than this: so no tile is larger than 100 KB compressed. */
  mostPositions: 1500,
  /** Units along one side of the squares whose incidents are one point, on a tile of no more incidents than `mostInFinePoints` … */
  finePoint: 32,
  mostInFinePoints: 20_000,
  /** … and on one of more. */
  coarsePoint: 64,
} as const;

/** Whether the parts of a tile with this many incidents are whole squares of the earth. */
export function areWholeSquares(z: number, incidents: number): boolean {
  const { finePartsFromZoom, mostInFineParts } = tileRules;
  return z < finePartsFromZoom || (z === finePartsFromZoom && incidents > mostInFineParts);
}

/** Units along one side of the parts of a tile that its circles gather. */
export function partSize(z: number, incidents: number): number {
  const { extent, finestPart, squareZoom } = tileRules;
  return areWholeSquares(z, incidents) ? Math.max(finestPart, extent / 2 ** (squareZoom - z)) : finestPart;
}

/** Units along one side of the squares whose incidents are one point of a tile with this many incidents. */
export function pointSize(incidents: number): number {
  return incidents > tileRules.mostInFinePoints ? tileRules.coarsePoint : tileRules.finePoint;
}

/** `type:count` pairs, most first, of counts in the order of the vocabulary. */
export function typesText(counts: ArrayLike<number>): string {
  return incidentTypes.codes
    .map((code, index) => ({ code, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ code, count }) => `${code}:${count}`)
    .join(',');
}
