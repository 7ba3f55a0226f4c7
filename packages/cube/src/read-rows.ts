import {
  dateOfDay,
  dayNumber,
  type DimensionField,
  type FieldValue,
  type Filter,
  isTraitField,
  type Measure,
} from '@monitor/domain';
import { amountOfRow, amountsOf } from './amounts.ts';
import type { Cube } from './cube.ts';
import { type CubeRows, lastDay, type RowRange, rowsOfDays } from './cube-rows.ts';
import { groupOfField, groupOfNumbers } from './groups.ts';
import { packIdentifier, unpackIdentifier } from './identifier.ts';
import type { Population } from './population.ts';
import { inPortions } from './row-bitmap.ts';

/* What single rows have, for what the cube itself does not answer. */

/** Hands over the rows of a population, ascending. */
export function forEachRow(population: Population, take: (row: number) => void): void {
  const { bitmaps, range } = population.rows();
  for (const bitmap of bitmaps)
    inPortions(bitmap, range, (rows, count) => {
      for (let at = 0; at < count; at++) take(rows[at]!);
    });
}

/** Gives what a measure counts in a row under a filter; 0 where the number is not reported. */
export function amountReader(cube: Cube, measure: Measure, filter: Filter): (row: number) => number {
  if (measure === 'incidents') return () => 1;
  const amounts = amountsOf(cube, measure, filter);
  return (row) => amountOfRow(amounts, row);
}

/** Gives the value that a row has of a field: of sets of traits, the text with their numbers. */
export function fieldReader(cube: Cube, field: DimensionField): (row: number) => FieldValue {
  const group = cube.groups[isTraitField(field) ? groupOfNumbers(field) : groupOfField(field)];
  const { values, positions } = group.fields[field]!;
  return (row) => values[positions[group.codes[row]!]!]!;
}

/** The public identifier of a row. */
export function identifierOfRow({ columns: { idHigh, idLow } }: Cube, row: number): string {
  return unpackIdentifier(idHigh[row]!, idLow[row]!);
}

/** Gives whether the identifier of a row begins so, without the sign in front of it. @param start letters and digits in lower case */
export function identifierTest({ columns: { idHigh, idLow } }: Cube, start: string): (row: number) => boolean {
  const digits = start.toUpperCase();
  if (!/^[0-9A-HJKMNP-TV-Z]{1,12}$/.test(digits)) return () => false;
  const bits = 5 * digits.length;
  const [first, last] = ['0', 'Z'].map((filling) => packIdentifier(`AV-${digits.padEnd(12, filling)}`));
  return bits <= 30
    ? (row) => idHigh[row]! >= first!.high && idHigh[row]! <= last!.high
    : (row) => idHigh[row] === first!.high && idLow[row]! >= first!.low && idLow[row]! <= last!.low;
}

/** The rows of each year that has any, the oldest first. */
export function yearsOfRows(cube: CubeRows): { readonly year: number; readonly range: RowRange }[] {
  if (cube.rows === 0) return [];
  const [first, last] = [cube.firstDay, lastDay(cube)].map((day) => Number(dateOfDay(day).slice(0, 4)));
  return Array.from({ length: last! - first! + 1 }, (_, at) => first! + at).flatMap((year) => {
    const range = rowsOfDays(cube, dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`));
    return range.end > range.start ? { year, range } : [];
  });
}
