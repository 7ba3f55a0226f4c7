import type { HexagonCounts } from '@monitor/contract';
import { type HotSpots, hotSpots } from './hot-spots.ts';

/** What is asked of the library of hexagons. */
export interface HexagonGrid {
  readonly polygonToCells: (rings: number[][][], level: number, isGeoJson: boolean) => string[];
  readonly gridDisk: (cell: string, distance: number) => string[];
}

/** Hot and cold spots among the hexagons that cover some land, those without incidents too. @param land its polygons, each of rings */
export function hexagonSpots(
  { cell, amount, level }: Pick<HexagonCounts, 'cell' | 'amount' | 'level'>,
  land: readonly (readonly (readonly (readonly number[])[])[])[],
  grid: HexagonGrid,
): { readonly cells: readonly string[]; readonly found: HotSpots } {
  const counted = new Map(cell.map((one, at) => [one, amount[at]]));
  const cells = [...new Set([...land.flatMap((rings) => grid.polygonToCells(rings as number[][][], level, true)), ...cell])];
  const found = hotSpots({
    units: cells.map((id) => ({
      id,
      value: counted.get(id) ?? 0,
      neighbours: grid.gridDisk(id, 1).filter((one) => one !== id),
    })),
    incidents: { exact: 0, settlement: amount.reduce((sum, one) => sum + one, 0), region: 0 },
  });
  return { cells, found };
}
