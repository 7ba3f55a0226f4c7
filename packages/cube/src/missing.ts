import {
  fieldOfMeasure,
  type Filter,
  isMeasureOfDescribed,
  type Measure,
  peopleOfMeasure,
  type SubjectMeasure,
} from '@monitor/domain';
import { amountOfRow, amountsOfCombinations, unreportedOfRows } from './amounts.ts';
import type { Cube } from './cube.ts';
import { type GroupName, groupOfNumbers } from './groups.ts';
import type { SelectedRows } from './population.ts';
import { countRows, hasRow, intersection, type RowBitmap } from './row-bitmap.ts';
import { countByCombination, sumByCombination } from './sum-amounts.ts';

/* Which incidents do not give the number that a measure adds up. */

/** The rows that do not give the number of a measure; undefined for weapons and rounds, whose entries say it one by one. */
export function rowsWithout(
  { rowFlags: { notReported, undescribed } }: Pick<Cube, 'rowFlags'>,
  measure: Measure,
): RowBitmap | undefined {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return notReported[people];
  return isMeasureOfDescribed(measure) ? undescribed[groupOfNumbers(fieldOfMeasure(measure)!)] : undefined;
}

/** Gives 1 for a row that does not give the number of a measure under a filter, 0 for any other. */
export function missingReader(cube: Cube, measure: Measure, filter: Filter): (row: number) => number {
  const rows = measure === 'incidents' ? { words: new Uint32Array(0) } : rowsWithout(cube, measure);
  if (rows && countRows(rows, { start: 0, end: cube.rows }) === 0) return () => 0;
  if (rows) return (row) => Number(hasRow(rows, row));
  const unreported = unreportedOfRows(cube, amountsOfCombinations(cube, measure as SubjectMeasure, filter));
  return (row) => amountOfRow(unreported, row);
}

/** For each combination of a group, the rows that do not give the number of a measure under a filter. */
export function missingByCombination(
  cube: Cube,
  group: GroupName,
  { measure, filter }: { readonly measure: Measure; readonly filter: Filter },
  { bitmaps, range }: SelectedRows,
): Float64Array {
  if (measure === 'incidents') return new Float64Array(cube.groups[group].combinations);
  const silent = rowsWithout(cube, measure);
  if (silent) {
    const rows = bitmaps.map((bitmap) => intersection(cube, [bitmap, silent], range));
    return countByCombination(cube, group, { bitmaps: rows, range });
  }
  const unreported = unreportedOfRows(cube, amountsOfCombinations(cube, measure as SubjectMeasure, filter));
  return sumByCombination(cube, group, unreported, { bitmaps, range });
}
