import { type ExactPoints, millionths, mostPoints, pointColumns } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { dayOfRow, noDegrees } from './cube-rows.ts';
import { groupOfField } from './groups.ts';
import type { Population } from './population.ts';
import { inPortions } from './row-bitmap.ts';

/** The exact points of a population with their days, and how many incidents have none. */
export function exactPoints(cube: Cube, population: Population): ExactPoints {
  const { lon, lat } = cube.columns;
  const isExact = hasValue(cube, 'place_precision', 'exact');
  const hasDay = hasValue(cube, 'date_precision', 'day');
  const leftOut = { withoutPoint: 0, settlement: 0, withoutDay: 0 };
  const rows: number[] = [];
  let found = 0;
  const { bitmaps, range } = population.rows();
  for (const bitmap of bitmaps)
    inPortions(bitmap, range, (portion, count) => {
      for (const row of portion.subarray(0, count)) {
        if (lon[row] === noDegrees) leftOut.withoutPoint++;
        else if (!isExact(row)) leftOut.settlement++;
        else if (!hasDay(row)) leftOut.withoutDay++;
        else if (++found <= mostPoints) rows.push(row);
      }
    });
  const pointOf = (row: number) => ({ lon: lon[row]! / millionths, lat: lat[row]! / millionths, day: dayOfRow(cube, row) });
  return { incidents: population.incidents, leftOut, points: found > mostPoints ? null : pointColumns(rows.map(pointOf)) };
}

/** Whether a row has this value of a field. */
function hasValue(cube: Cube, name: 'place_precision' | 'date_precision', value: string): (row: number) => boolean {
  const { codes, fields } = cube.groups[groupOfField(name)];
  const { values, positions } = fields[name]!;
  const wanted = values.indexOf(value);
  return (row) => positions[codes[row]!] === wanted;
}
