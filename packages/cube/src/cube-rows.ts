import type { CountedPeople, FieldValue } from '@monitor/domain';
import type { GroupName } from './groups.ts';

/** The numbers of one column, a row each. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Names of the plain columns, and what one number means. Of people, "not reported" is 0 here and recorded in the group `circumstance`. */
export interface Columns extends Readonly<Record<CountedPeople, Column>> {
  /** The database's own number of the incident. */
  readonly key: Uint32Array;
  /** Upper and lower half of the public identifier's sixty bits. */
  readonly idHigh: Uint32Array;
  readonly idLow: Uint32Array;
  /** Public point in millionths of a degree; `noDegrees` without one. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** Web mercator from the north, the whole height being 2³². */
  readonly mercatorY: Uint32Array;
}

/** A field of a group: the different values that occur, and for each combination the position of its value among them. */
export interface Field {
  readonly values: readonly FieldValue[];
  readonly positions: Uint32Array;
}

/** Combinations of values, and which of them each incident has. */
export interface Group {
  /** Number of combinations. */
  readonly combinations: number;
  readonly fields: Readonly<Record<string, Field>>;
  /** For each row, the number of its combination. */
  readonly codes: Uint16Array | Uint32Array;
}

/**
 * The rows of a cube, sorted by day and those of a day by public identifier, without what is derived from them. No answer can tell the order
 * in which incidents were entered or changed, since no cube has it.
 */
export interface CubeRows {
  /** The dataset version that the rows are of. */
  readonly version: number;
  readonly rows: number;
  /** Days since 1970-01-01; 0 without rows. */
  readonly firstDay: number;
  /** First row of each day from `firstDay` on; one entry more than there are days, the last being the number of rows. */
  readonly dayStart: Uint32Array;
  readonly columns: Columns;
  readonly groups: Readonly<Record<GroupName, Group>>;
}

/** Stands for "no point" in the columns of degrees. */
export const noDegrees = -0x80000000;

/** Rows from `start` to before `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Last day of the cube; the day before `firstDay` without rows. */
export function lastDay(cube: CubeRows): number {
  return cube.firstDay + cube.dayStart.length - 2;
}

/** Rows of the days from `from` to `to`, both included. */
export function rowsOfDays(cube: CubeRows, from: number, to: number): RowRange {
  const days = cube.dayStart.length - 1;
  const at = (day: number) => cube.dayStart[Math.min(Math.max(day - cube.firstDay, 0), days)] ?? 0;
  const start = at(from);
  return { start, end: Math.max(start, at(to + 1)) };
}

/** Day of a row, by binary search. */
export function dayOfRow(cube: CubeRows, row: number): number {
  let low = 0;
  let high = cube.dayStart.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((cube.dayStart[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return cube.firstDay + low;
}
