import { dayNumber, type Dispersion, dispersionOfCounts, type WholeWeeks } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { rowsOfDays } from './cube-rows.ts';
import type { Population } from './population.ts';
import { intersection, type RowBitmap } from './row-bitmap.ts';

/** How a population varies over some weeks. @param among the rows of a part of it; all of them if left out */
export function dispersionOfWeeks(cube: Cube, population: Population, { from, weeks }: WholeWeeks, among?: RowBitmap): Dispersion {
  const { ofWeek } = cube.rowFlags;
  const first = dayNumber(from);
  const rows = among ? intersection(cube, [ofWeek, among], rowsOfDays(cube, first, first + 7 * weeks - 1)) : ofWeek;
  return dispersionOfCounts(
    Uint32Array.from({ length: weeks }, (_, week) => population.amongDays(rows, first + 7 * week, first + 7 * week + 7)),
  );
}
