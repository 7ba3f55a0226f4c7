import type { PlacedFigures } from './reported.ts';
import { type PlacePrecision, precisionsWithoutPoint } from './vocabularies.ts';

/** Levels of the H3 grid that incidents are counted at. One step finer makes hexagons of a seventh of the area. */
export const hexagonLevels = {
  /** About 12,400 km² each. */
  coarsest: 3,
  /** About 36 km² each: finer ones would say more than is known where points are those of settlements. */
  finestOfSettlements: 6,
  /** About 0.7 km² each. */
  finest: 8,
} as const;

/** Hexagons of one answer, at most; where there are more, it is of a coarser level. */
export const mostHexagons = 20_000;

/** What lies in one hexagon. */
export interface Hexagon extends PlacedFigures {
  /** Index of the cell, as H3 writes it. */
  readonly cell: string;
  readonly incidents: number;
}

/** The incidents of a filter that have a point, by hexagon. */
export interface HexagonAnswer {
  /** Level of the hexagons: as wanted, or coarser where that would be too fine or too many. */
  readonly level: number;
  /** The finest level that the precision of the points allows. */
  readonly finest: number;
  /** Ordered by cell. */
  readonly hexagons: readonly Hexagon[];
}

/** The finest level at which incidents of these precisions may be counted. */
export function finestLevel(precisions: Iterable<PlacePrecision>): number {
  const withPoint = [...precisions].filter((one) => !precisionsWithoutPoint.includes(one));
  return withPoint.every((one) => one === 'exact') ? hexagonLevels.finest : hexagonLevels.finestOfSettlements;
}

/**
 * Counts at the wanted level, or at the finest coarser one that is allowed and has no more hexagons than an answer can hold.
 * @param countAt the hexagons of a level, in any order
 */
export async function hexagonsUpTo(
  wanted: number,
  finest: number,
  countAt: (level: number) => readonly Hexagon[] | Promise<readonly Hexagon[]>,
): Promise<HexagonAnswer> {
  let level = Math.min(wanted, finest);
  let hexagons = await countAt(level);
  while (hexagons.length > mostHexagons && level > hexagonLevels.coarsest) hexagons = await countAt(--level);
  return { level, finest, hexagons: hexagons.toSorted((one, other) => (one.cell < other.cell ? -1 : 1)) };
}
