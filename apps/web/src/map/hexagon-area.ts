import { hexagonLevels } from '@monitor/domain';

/** Mean area of a cell of the coarsest level in km²: each finer level has a seventh (h3geo.org, "Tables of cell statistics"). */
const coarsestArea = 12_393.43;

/** Mean area of the hexagons of a level in km², to two digits. */
export function areaOfLevel(level: number): number {
  return Number((coarsestArea / 7 ** (level - hexagonLevels.coarsest)).toPrecision(2));
}
