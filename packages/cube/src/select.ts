import { type Box, dayNumber, type Filter } from '@monitor/domain';
import { groupTest } from './constraints.ts';
import { type Cube, noDegrees, rowsOfDays } from './cube.ts';
import { type GroupName, groupNames } from './groups.ts';

/** One bit for each row of a cube, for constraints that the cube cannot decide itself: text and drawn polygons. */
export interface RowBitmap {
  readonly words: Uint32Array;
}

/** The rows that a filter selects. */
export interface Selection {
  /** Row numbers, ascending. */
  readonly rows: Uint32Array;
  /** Rows that fail the constraints of one group only: they count for the facets of that group. */
  readonly near: Readonly<Partial<Record<GroupName, Uint32Array>>>;
  /** First row of the period and the row after its last. */
  readonly start: number;
  readonly end: number;
}

export interface SelectOptions {
  /** False where no facets are asked for, which spares the rows that fail only one group. */
  readonly near: boolean;
  /** Rows that meet the filter's `q` and `within`. Needed where the filter has either. */
  readonly bitmap?: RowBitmap | undefined;
}

/** The days of a filter, both included; without bound where it has none. */
export function daysOf({ from, to }: Filter): { from: number; to: number } {
  return { from: from === undefined ? -Infinity : dayNumber(from), to: to === undefined ? Infinity : dayNumber(to) };
}

/** Bit of a row that fails something that is no facet. */
const outside = 0x80;

/** Rows looked at in one go: the marks of a block stay in the processor's nearest cache. */
const blockRows = 16_384;

/**
 * The rows that a filter selects, in one pass over the rows of its period. Throws `TypeError` where the filter has text or a
 * polygon and no bitmap is given.
 */
export function select(cube: Cube, filter: Filter, { near, bitmap }: SelectOptions): Selection {
  if ((filter.q !== undefined || filter.within !== undefined) && !bitmap)
    throw new TypeError('Text and polygons need a bitmap of rows');
  const { from: firstDay, to: lastDay } = daysOf(filter);
  const { start, end } = rowsOfDays(cube, firstDay, lastDay);
  const checks = groupNames.flatMap((name, position) => {
    const test = groupTest(name, filter);
    const { codes, combinations } = cube.groups[name];
    return test ? [{ name, codes, fails: Uint8Array.from(combinations, (one) => (test(one) ? 0 : 1 << position)) }] : [];
  });
  const others = otherChecks(cube, filter, bitmap);
  if (checks.length === 0 && others.length === 0) return { rows: everyRow(start, end), near: {}, start, end };

  const marks = new Uint8Array(Math.min(blockRows, end - start));
  const rows = new Uint32Array(end - start);
  const nearRows = new Uint32Array(near ? end - start : 0);
  const nearMarks = new Uint8Array(near ? end - start : 0);
  let found = 0;
  let foundNear = 0;
  for (let from = start; from < end; from += blockRows) {
    const count = Math.min(blockRows, end - from);
    marks.fill(0, 0, count);
    for (const check of checks) mark(marks, check.codes, check.fails, from, count);
    for (const check of others) check(marks, from, count);
    if (near) {
      for (let at = 0; at < count; at++) {
        const failed = marks[at] ?? 0;
        if (failed === 0) rows[found++] = from + at;
        else if ((failed & (failed - 1)) === 0 && failed !== outside) {
          nearMarks[foundNear] = failed;
          nearRows[foundNear++] = from + at;
        }
      }
    } else {
      for (let at = 0; at < count; at++) if (marks[at] === 0) rows[found++] = from + at;
    }
  }
  const nearByGroup: Partial<Record<GroupName, Uint32Array>> = {};
  if (near)
    for (const { name } of checks) nearByGroup[name] = ofMark(nearRows, nearMarks, foundNear, 1 << groupNames.indexOf(name));
  return { rows: rows.subarray(0, found), near: nearByGroup, start, end };
}

function mark(marks: Uint8Array, codes: Uint16Array | Uint32Array, fails: Uint8Array, from: number, count: number): void {
  for (let at = 0; at < count; at++) marks[at]! |= fails[codes[from + at]!]!;
}

type Check = (marks: Uint8Array, from: number, count: number) => void;

function otherChecks(cube: Cube, { min_victims: minimum, bbox }: Filter, bitmap: RowBitmap | undefined): Check[] {
  const checks: Check[] = [];
  const { killed, injured, lon, lat } = cube.columns;
  if (minimum !== undefined)
    checks.push((marks, from, count) => {
      for (let at = 0; at < count; at++) if ((killed[from + at] ?? 0) + (injured[from + at] ?? 0) < minimum) marks[at]! |= outside;
    });
  if (bbox) {
    const within = boxTest(bbox);
    checks.push((marks, from, count) => {
      for (let at = 0; at < count; at++)
        if (!within(lon[from + at] ?? noDegrees, lat[from + at] ?? noDegrees)) marks[at]! |= outside;
    });
  }
  if (bitmap)
    checks.push((marks, from, count) => {
      for (let at = 0; at < count; at++) if (!hasRow(bitmap, from + at)) marks[at]! |= outside;
    });
  return checks;
}

/** Whether a point in millionths of a degree lies in the box, edges included; "no point" never does. */
function boxTest(box: Box): (lon: number, lat: number) => boolean {
  const [west, south, east, north] = box.map((degrees) => Math.round(degrees * 1e6)) as [number, number, number, number];
  return west <= east
    ? (lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north
    : (lon, lat) => lon !== noDegrees && (lon >= west || lon <= east) && lat >= south && lat <= north;
}

export function hasRow({ words }: RowBitmap, row: number): boolean {
  return ((words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

function everyRow(start: number, end: number): Uint32Array {
  const rows = new Uint32Array(end - start);
  for (let at = 0; at < rows.length; at++) rows[at] = start + at;
  return rows;
}

function ofMark(rows: Uint32Array, marks: Uint8Array, length: number, wanted: number): Uint32Array {
  let count = 0;
  for (let at = 0; at < length; at++) if (marks[at] === wanted) count++;
  const found = new Uint32Array(count);
  for (let at = 0, next = 0; at < length; at++) if (marks[at] === wanted) found[next++] = rows[at]!;
  return found;
}

/** The bitmap of rows given by number. */
export function bitmapOfRows(cube: Cube, rows: Uint32Array): RowBitmap {
  const words = new Uint32Array((cube.rows + 31) >>> 5);
  for (let at = 0; at < rows.length; at++) words[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31);
  return { words };
}

/** The bitmap of the incidents with the given keys; keys that the cube does not hold are passed over. */
export function bitmapOfKeys(cube: Cube, keys: Iterable<number>): RowBitmap {
  const words = new Uint32Array((cube.rows + 31) >>> 5);
  for (const key of keys) {
    const row = (cube.rowOfKey[key] ?? 0) - 1;
    if (row >= 0) words[row >>> 5]! |= 1 << (row & 31);
  }
  return { words };
}
